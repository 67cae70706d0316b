import { SetMetadata } from '@nestjs/common';

export const ANSWERED_ONCE = 'nightdesk:answered-once';

/** The answer holds a secret that is shown once: a retry learns that it was done, and not what it was. */
export const AnsweredOnce = (): MethodDecorator => SetMetadata(ANSWERED_ONCE, true);
