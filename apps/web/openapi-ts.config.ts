import { defineConfig } from '@hey-api/openapi-ts';

/** Types only: how a request is sent (token, renewal, problem+json) stays in src/api/request.ts. */
export default defineConfig({
  input: './openapi.json',
  output: { path: './src/api/generated', clean: true, entryFile: false },
  plugins: ['@hey-api/typescript'],
});
