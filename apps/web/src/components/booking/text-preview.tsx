import { Checkbox } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { phoneInWords } from '../phone-link.js';
import classes from './booking.module.css';

/** Word for word what the customer will read. */
export const TextWords = ({ text }: { text: string }) => (
  <blockquote className={classes.text}>
    <IconMessage size={15} stroke={1.7} aria-hidden />
    <span>{text}</span>
  </blockquote>
);

interface TextPreviewProps {
  phone: string | null;
  /** Null while nothing is chosen that could be written about. */
  text: string | null;
  wanted: boolean;
  want: (wanted: boolean) => void;
}

/** Whether the customer is texted, and with which words. */
export function TextPreview({ phone, text, wanted, want }: TextPreviewProps) {
  if (!phone) return <p className={classes.note}>No number is known to text. Please call the customer.</p>;
  return (
    <div className={classes.preview}>
      <Checkbox
        label={`Text the customer at ${phoneInWords(phone)}`}
        checked={wanted}
        onChange={(event) => want(event.currentTarget.checked)}
      />
      {wanted && text && <TextWords text={text} />}
    </div>
  );
}
