import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Cursors } from '@platform/http/cursor';
import { AccountDb } from '@platform/tenancy/account-db';
import { pageOfAppointments, type AppointmentFilter, type AppointmentPlace } from './appointment.queries.js';
import { AppointmentViews, type ShownAppointment } from './appointment-views.service.js';

export interface AppointmentPage {
  appointments: ShownAppointment[];
  nextCursor: string | null;
}

const LIST = 'booking/appointments';

/** The coming visits, soonest first. */
@Injectable()
export class AppointmentListService {
  constructor(
    private readonly db: AccountDb,
    private readonly views: AppointmentViews,
    private readonly cursors: Cursors,
  ) {}

  /** Throws `invalid-cursor`. */
  list(accountId: AccountId, filter: AppointmentFilter, after: string | undefined): Promise<AppointmentPage> {
    const place = after ? placeFrom(this.cursors.decode(accountId, LIST, after)) : null;
    return this.db.within(accountId, async (tx) => {
      const places = await pageOfAppointments(tx, filter, place);
      const page = places.slice(0, filter.limit);
      const last = places.length > filter.limit ? page.at(-1) : undefined;
      return {
        appointments: await this.views.shown(
          tx,
          page.map(({ id }) => id),
        ),
        nextCursor: last ? this.cursors.encode(accountId, LIST, [last.startsAt.toISOString(), last.id]) : null,
      };
    });
  }

  /** Throws `appointment-not-found`. */
  get(accountId: AccountId, id: string): Promise<ShownAppointment> {
    return this.db.within(accountId, (tx) => this.views.one(tx, id));
  }
}

const placeFrom = ([startsAt = '', id = '']: string[]): AppointmentPlace => ({ startsAt: new Date(startsAt), id });
