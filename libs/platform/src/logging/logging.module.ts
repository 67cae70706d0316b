import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Env } from '../env/env.js';
import { PlatformModule } from '../platform.module.js';

/**
 * One JSON line per event. What a request carried is never logged: a line holds its id, route, status and time, because
 * bodies and query strings hold callers' numbers and words.
 */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      imports: [PlatformModule],
      inject: [Env],
      useFactory: (env: Env) => ({
        pinoHttp: {
          level: env.LOG_LEVEL,
          base: undefined,
          autoLogging: { ignore: (request) => /^\/(livez|readyz|metrics|assets)/.test(request.url ?? '') },
          quietReqLogger: true,
          customAttributeKeys: { reqId: 'requestId' },
          serializers: {
            req: (request: { method: string; url: string }) => ({
              method: request.method,
              path: request.url.split('?')[0],
            }),
            res: (response: { statusCode: number }) => ({ status: response.statusCode }),
          },
        },
      }),
    }),
  ],
})
export class LoggingModule {}
