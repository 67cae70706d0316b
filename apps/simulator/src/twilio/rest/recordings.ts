import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textField, textFields } from '../../http-bodies.js';
import type { Exchange } from '../exchange.js';
import type { RecordingRecord } from '../records.js';
import { encodeSpokenMp3, encodeSpokenWav } from '../spoken-audio.js';
import { accountOf, apiRoute } from './api.js';
import { notFound, rejected } from './errors.js';
import { hookField } from './fields.js';
import { isEqual, isWithin, listPage } from './list-page.js';
import { recordingView } from './views.js';

type File = { Params: { file: string } };
type CallSid = { Params: { callSid: string } };

export function recordingRoutes(api: FastifyInstance, exchange: Exchange): void {
  const { account, recordings } = exchange;
  const route = apiRoute('recordings');
  const view = (recording: RecordingRecord) =>
    recordingView(recording, recording.accountSid, recordings.mediaUrl(recording));
  api.get('/Recordings.json', route, (request) =>
    listPage(request, 'recordings', listed(exchange, request, request.query), view),
  );
  api.get<CallSid>('/Calls/:callSid/Recordings.json', route, (request) =>
    listPage(request, 'recordings', listed(exchange, request, { CallSid: request.params.callSid }), view),
  );
  api.post<CallSid>('/Calls/:callSid/Recordings.json', route, (request, reply) =>
    reply.code(201).send(view(startRecording(exchange, request))),
  );
  api.get<File>('/Recordings/:file', apiRoute('recordings'), (request, reply) => {
    const [sid = '', format = 'wav'] = request.params.file.split('.');
    const recording = find(exchange, request, sid);
    if (format === 'json') return view(recording);
    return sendMedia(reply, recording, format);
  });
  api.delete<File>('/Recordings/:file', route, (request, reply) => {
    account.recordings.delete(find(exchange, request, request.params.file.replace('.json', '')).sid);
    account.changed();
    return reply.code(204).send();
  });
}

function find({ account }: Exchange, request: FastifyRequest, sid: string): RecordingRecord {
  const recording = account.recordings.get(sid);
  if (recording?.accountSid !== accountOf(request)) throw notFound(`/Recordings/${sid}`);
  return recording;
}

function listed({ account }: Exchange, request: FastifyRequest, query: unknown): RecordingRecord[] {
  const matches = (recording: RecordingRecord) =>
    recording.accountSid === accountOf(request) &&
    isEqual(query, 'CallSid', recording.callSid) &&
    isWithin(query, 'DateCreated', recording.startedAt);
  return [...account.recordings.values()].filter(matches).reverse();
}

function sendMedia(reply: FastifyReply, recording: RecordingRecord, format: string) {
  if (recording.status !== 'completed') throw notFound(`/Recordings/${recording.sid}.${format}`);
  if (format === 'mp3') return reply.type('audio/mpeg').send(encodeSpokenMp3(recording.text));
  return reply.type('audio/x-wav').send(encodeSpokenWav(recording.text));
}

function startRecording(exchange: Exchange, request: FastifyRequest<CallSid>): RecordingRecord {
  const { body, params } = request;
  const leg = exchange.legOf(params.callSid);
  if (leg?.record.status !== 'in-progress' || leg.record.accountSid !== accountOf(request))
    throw rejected(21220, 'Requested resource is not eligible for recording');
  const events = textFields(body, 'RecordingStatusCallbackEvent');
  return exchange.recordings.start(leg, {
    source: 'StartCallRecordingAPI',
    channels: textField(body, 'RecordingChannels') === 'dual' ? 2 : 1,
    hears: 'both',
    callback: hookField(body, 'RecordingStatusCallback', 'RecordingStatusCallbackMethod') ?? null,
    events: events.length > 0 ? events : ['completed'],
  }).record;
}
