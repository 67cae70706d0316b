import type { FastifyInstance } from 'fastify';
import { textField } from '../../http-bodies.js';
import type { Conference, Conferences, Participant } from '../conferences.js';
import { accountOf, apiRoute } from './api.js';
import { notFound } from './errors.js';
import { isEqual, listPage } from './list-page.js';
import { conferenceView, participantView } from './views.js';

type Sid = { Params: { sid: string } };
type InRoom = { Params: { sid: string; callSid: string } };

export function conferenceRoutes(api: FastifyInstance, conferences: Conferences): void {
  const route = apiRoute('conferences');
  const view = (room: Conference) => conferenceView(room, room.accountSid);
  api.get('/Conferences.json', route, (request) => {
    const matches = (room: Conference) =>
      room.accountSid === accountOf(request) &&
      isEqual(request.query, 'FriendlyName', room.friendlyName) &&
      isEqual(request.query, 'Status', room.status);
    return listPage(request, 'conferences', conferences.list().filter(matches).reverse(), view);
  });
  api.get<Sid>('/Conferences/:sid.json', route, (request) => view(findRoom(conferences, request.params.sid)));
  api.post<Sid>('/Conferences/:sid.json', route, (request) => {
    const room = findRoom(conferences, request.params.sid);
    if (textField(request.body, 'Status') === 'completed') room.end('conference-ended-via-api', null);
    return view(room);
  });
  participantRoutes(api, conferences);
}

function participantRoutes(api: FastifyInstance, conferences: Conferences): void {
  const route = apiRoute('conferences');
  api.get<Sid>('/Conferences/:sid/Participants.json', route, (request) => {
    const room = findRoom(conferences, request.params.sid);
    return listPage(request, 'participants', [...room.participants.values()], (one) =>
      participantView(room, one, room.accountSid),
    );
  });
  api.get<InRoom>('/Conferences/:sid/Participants/:callSid.json', route, ({ params }) => {
    const { room, participant } = findParticipant(conferences, params);
    return participantView(room, participant, room.accountSid);
  });
  api.post<InRoom>('/Conferences/:sid/Participants/:callSid.json', route, ({ params, body }) => {
    const { room, participant } = findParticipant(conferences, params);
    const muted = textField(body, 'Muted');
    const hold = textField(body, 'Hold');
    if (muted !== undefined) room.setMuted(participant, muted === 'true');
    if (hold !== undefined) room.setHold(participant, hold === 'true');
    return participantView(room, participant, room.accountSid);
  });
  api.delete<InRoom>('/Conferences/:sid/Participants/:callSid.json', route, ({ params }, reply) => {
    const { room, participant } = findParticipant(conferences, params);
    room.leave(participant);
    return reply.code(204).send();
  });
}

function findRoom(conferences: Conferences, sid: string): Conference {
  const room = conferences.get(sid);
  if (!room) throw notFound(`/Conferences/${sid}.json`);
  return room;
}

function findParticipant(
  conferences: Conferences,
  params: InRoom['Params'],
): { room: Conference; participant: Participant } {
  const room = findRoom(conferences, params.sid);
  const participant = room.participants.get(params.callSid);
  if (!participant) throw notFound(`/Conferences/${params.sid}/Participants/${params.callSid}.json`);
  return { room, participant };
}
