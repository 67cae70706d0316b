import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'nightdesk:public';

/** No bearer token: webhooks with a guard of their own, sign-in, health. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);
