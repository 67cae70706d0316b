interface HttpClient<Options, Response> {
  request(options: Options): Response;
}

const VENDOR = 'https://api.twilio.com';

/** The vendor's own HTTP client, sent to `origin` instead of the vendor; nothing else about a request changes. */
export function redirected<Options extends { uri: string }, Response, Client extends HttpClient<Options, Response>>(
  client: Client & HttpClient<Options, Response>,
  origin: string,
): Client {
  const request = client.request.bind(client);
  client.request = (options: Options) => request({ ...options, uri: options.uri.replace(VENDOR, origin) });
  return client;
}
