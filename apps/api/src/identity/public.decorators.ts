export { Public } from '@platform/http/public.decorators';
