import { Link } from '@tanstack/react-router';
import { Entrance } from './entrance.js';

/** Says the same whether the address is known or not. */
export function CheckYourMail({ email, for: what }: { email: string; for: string }) {
  return (
    <Entrance
      title="Check your mail"
      about={
        <>
          If everything is right, <strong>{email}</strong> gets {what} within a minute. Look in the spam folder too.
        </>
      }
      foot={
        <>
          Nothing came? <Link to="/sign-up">Try again</Link> or <Link to="/sign-in">sign in</Link>
        </>
      }
    />
  );
}
