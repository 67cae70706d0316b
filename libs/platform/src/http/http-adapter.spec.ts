import { httpAdapter } from '@platform/http/configure-http';

async function addressSeen(trusted: string | undefined, from: string, forwarded: string): Promise<string> {
  const server = httpAdapter(trusted).getInstance();
  server.get('/', (request, reply) => reply.send(request.ip));
  const { body } = await server.inject({ url: '/', remoteAddress: from, headers: { 'x-forwarded-for': forwarded } });
  await server.close();
  return body;
}

describe('Whom a request comes from (AUT-20)', () => {
  it.each([
    { when: 'nobody is trusted', trusted: undefined, from: '203.0.113.7', says: '198.51.100.9', is: '203.0.113.7' },
    { when: 'a stranger claims', trusted: '10.0.0.0/8', from: '203.0.113.7', says: '198.51.100.9', is: '203.0.113.7' },
    { when: 'our proxy says', trusted: '10.0.0.0/8', from: '10.0.0.5', says: '198.51.100.9', is: '198.51.100.9' },
    { when: 'a client lies to it', trusted: '10.0.0.0/8', from: '10.0.0.5', says: '1.2.3.4, 2.2.2.2', is: '2.2.2.2' },
    {
      when: 'two stand in a row',
      trusted: '10.0.0.0/8, 9.9.9.9',
      from: '9.9.9.9',
      says: '2.2.2.2, 10.0.0.5',
      is: '2.2.2.2',
    },
  ])('$when: $from saying "$says" is $is', async ({ trusted, from, says, is }) => {
    expect(await addressSeen(trusted, from, says)).toBe(is);
  });
});
