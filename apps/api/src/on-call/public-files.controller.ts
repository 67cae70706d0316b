import { notFound } from '@domain/errors/domain-error';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { PublicCalendarService } from './public-calendar.service.js';
import { ContactCardService } from './contact-card.service.js';

/** Files that calendar and address-book apps fetch by themselves: the address is all they have. */
@ApiTags('On-call')
@Public()
@Controller('api/v1')
export class PublicFilesController {
  constructor(
    private readonly calendars: PublicCalendarService,
    private readonly cards: ContactCardService,
  ) {}

  /** iCalendar feed (RFC 5545): `<token>.ics`. A revoked address answers like one that never was. */
  @Get('calendars/:file')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=300')
  @Header('referrer-policy', 'no-referrer')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ type: String })
  getCalendar(@Param('file') file: string): Promise<string> {
    return this.calendars.text(stem(file, /^([\w-]{43})\.ics$/, 'calendar'));
  }

  /** vCard of a line: `<line id>.vcf`. */
  @Get('contact-cards/:file')
  @Header('content-type', 'text/vcard; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="after-hours.vcf"')
  @ApiProduces('text/vcard')
  @ApiOkResponse({ type: String })
  getPublicContactCard(@Param('file') file: string): Promise<string> {
    return this.cards.cardOfLine(stem(file, /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.vcf$/, 'contact card'));
  }
}

function stem(file: string, pattern: RegExp, what: string): string {
  const name = pattern.exec(file)?.[1];
  if (name === undefined) throw notFound(what);
  return name;
}
