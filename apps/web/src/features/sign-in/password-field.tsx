import { PasswordInput, type PasswordInputProps } from '@mantine/core';

export const SHORTEST_PASSWORD = 15;

/** A password that can be shown and pasted; password managers know which one is meant. */
export function PasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      size="md"
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
      {...props}
    />
  );
}

export const NewPasswordField = (props: PasswordInputProps) => (
  <PasswordField
    label="New password"
    description={`${SHORTEST_PASSWORD} characters or more. A short sentence is easier to keep than symbols.`}
    autoComplete="new-password"
    {...props}
  />
);

export const longEnough = (password: string): string | null =>
  password.length >= SHORTEST_PASSWORD
    ? null
    : `Make it at least ${SHORTEST_PASSWORD} characters; this one has ${password.length}`;

export const wholeAddress = (email: string): string | null =>
  /^\S+@\S+\.\S+$/.test(email.trim()) ? null : 'Write the whole address, such as dave@metroplumbing.com';
