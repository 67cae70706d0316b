import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The vendors' published specifications lie beside the repository; they are data for contract tests and no part of it. */
const FOLDER = fileURLToPath(new URL('../../../../../shared/vendor-specs', import.meta.url));

export const vendorSpecsArePresent = existsSync(FOLDER);
export const VENDOR_SPECS_ABSENT = `skipped: the vendors' specifications are not beside the repository (${FOLDER})`;

export function readVendorSpec<T>(file: string): T {
  return JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as T;
}
