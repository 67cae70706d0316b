import { useQuery } from '@tanstack/react-query';
import { bookingSettings } from '../../../api/booking.js';
import { LoadingRows } from '../../../components/loading-rows.js';
import { PageFrame } from '../../../components/page-frame.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { SettingsTabs } from '../../../components/settings-tabs.js';
import { useAccount } from '../../../components/use-account.js';
import settingsClasses from '../settings-page.module.css';
import { BookingForm } from './booking-form.js';
import { GoogleCalendarCard } from './google-calendar-card.js';

/** Seed 001: who books what, and inside which rules. */
export function BookingPage() {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(bookingSettings(accountId));
  return (
    <PageFrame title="Booking" about="Whether the agent may speak of times, and who says yes." narrow>
      <SettingsTabs />
      {isPending && <LoadingRows what="the booking rules" rows={9} />}
      {error && <ProblemNotice what="The booking rules" error={error} retry={() => void refetch()} />}
      <div className={settingsClasses.stack}>
        {data && <BookingForm settings={data} />}
        <GoogleCalendarCard />
      </div>
    </PageFrame>
  );
}
