import { spokenForm } from '@domain/phone/e164';

export const phoneInWords = (phone: string | null): string => (phone ? spokenForm(phone) : 'Number withheld');

/** Who called, as far as it is known: before the name has been said the number is all there is. */
export const callerInWords = ({
  callerName,
  callerPhone,
}: {
  callerName: string | null;
  callerPhone: string | null;
}): string => callerName ?? (callerPhone ? spokenForm(callerPhone) : 'Unknown caller');

/** A number a thumb can call. */
export function PhoneLink({ phone }: { phone: string | null }) {
  if (!phone) return <span className="nd-faint">Number withheld</span>;
  return (
    <a href={`tel:${phone}`} className="nd-num" onClick={(event) => event.stopPropagation()}>
      {spokenForm(phone)}
    </a>
  );
}
