import { IconArrowRight, IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overview } from '../../api/overview.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './gap-banner.module.css';

/** On every page of an owner until a calendar is connected again, or done without: callers are offered no times. */
export function CalendarBanner() {
  const { accountId } = useAccount();
  const mayConnect = useCan('calendar.connect');
  const { data } = useQuery(overview(accountId));
  if (!mayConnect || data?.calendar.state !== 'lost') return null;
  return (
    <section className={classes.gap} aria-label="Calendar not connected">
      <IconCalendarOff size={16} aria-hidden />
      <p>
        Google ended our permission to use your calendar. Until it is connected again, callers hear that you will call.
      </p>
      <Link to="/a/$accountId/settings/booking" params={{ accountId }} className={classes.close}>
        Connect it again <IconArrowRight size={15} aria-hidden />
      </Link>
    </section>
  );
}
