/** One message of a `text/event-stream`. */
export interface StreamMessage {
  id: string | null;
  event: string;
  data: string;
}

/** Splits what has arrived into whole messages and the rest. Comments (the heartbeat) carry nothing and vanish. */
function takeMessages(buffer: string): { messages: StreamMessage[]; rest: string } {
  const blocks = buffer.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { messages: blocks.map(readMessage).filter((message) => message !== null), rest };
}

function readMessage(block: string): StreamMessage | null {
  const message: StreamMessage = { id: null, event: 'message', data: '' };
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [field = '', ...value] = line.split(':');
    const text = value.join(':').replace(/^ /, '');
    if (field === 'id') message.id = text;
    if (field === 'event') message.event = text;
    if (field === 'data') data.push(text);
  }
  return data.length === 0 ? null : { ...message, data: data.join('\n') };
}

/** Reads a stream to its end. `heard` is called for every chunk, heartbeats included: silence is the news. */
export async function readStream(
  body: ReadableStream<Uint8Array>,
  { heard, receive }: { heard: () => void; receive: (message: StreamMessage) => void },
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let buffer = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    heard();
    const { messages, rest } = takeMessages(buffer + chunk.value);
    buffer = rest;
    messages.forEach(receive);
  }
}
