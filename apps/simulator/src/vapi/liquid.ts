import { isObject, valueAt, type JsonObject } from './json.js';

const OUTPUT = /\{\{-?\s*([\w.]+)\s*(?:\|\s*default:\s*["']([^"']*)["']\s*)?-?\}\}/g;
const CONDITION = /\{%-?\s*if ([^%]+?)\s*-?%\}((?:(?!\{%-?\s*if )[\s\S])*?)\{%-?\s*endif\s*-?%\}/;
const TEST = /^([\w.]+)\s*(?:(==|!=)\s*["']?([^"']*)["']?)?$/;

/** The part of Liquid that assistants use: `{{variable}}`, `| default:`, `{% if %}…{% else %}…{% endif %}`. Unknown variables become empty. */
export function liquid(text: string, variables: JsonObject): string {
  let chosen = text;
  for (let block = CONDITION.exec(chosen); block; block = CONDITION.exec(chosen)) {
    chosen = chosen.replace(block[0], () => branch(block[1] ?? '', block[2] ?? '', variables));
  }
  return chosen.replace(
    OUTPUT,
    (_whole, path: string, fallback: string | undefined) => printed(path, variables) || (fallback ?? ''),
  );
}

/** Renders every string inside a value, as Vapi does with the assistant before the call starts. */
export function liquidDeep<T>(value: T, variables: JsonObject): T {
  if (typeof value === 'string') return liquid(value, variables) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => liquidDeep(item, variables)) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, liquidDeep(inner, variables)])) as T;
}

function branch(condition: string, body: string, variables: JsonObject): string {
  const [whenTrue = '', whenFalse = ''] = body.split(/\{%-?\s*else\s*-?%\}/);
  return holds(condition, variables) ? whenTrue : whenFalse;
}

function holds(condition: string, variables: JsonObject): boolean {
  const [, path = '', operator, wanted] = TEST.exec(condition.trim()) ?? [];
  const value = printed(path, variables);
  if (operator === '==') return value === wanted;
  if (operator === '!=') return value !== wanted;
  return value !== '' && value !== 'false';
}

function printed(path: string, variables: JsonObject): string {
  const value = variables[path] ?? valueAt(variables, ...path.split('.'));
  return value === undefined || value === null ? '' : String(value);
}
