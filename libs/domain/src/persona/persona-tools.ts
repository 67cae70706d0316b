import type { ScriptTool, ToolParameters } from './persona-script.js';

type Property = ToolParameters['properties'][string];
const text = (description: string): Property => ({ type: 'string', description });
const oneOf = (description: string, ...values: string[]): Property => ({ type: 'string', description, enum: values });

const SERVICE_TYPE = oneOf('Which trade the call is about.', 'plumbing', 'hvac', 'electrical', 'general', 'unknown');
const TONE = oneOf('How the caller sounds.', 'calm', 'concerned', 'frustrated', 'worried', 'panicked', 'neutral');
const parameters = (properties: ToolParameters['properties'], required: string[]): ToolParameters => ({
  type: 'object',
  properties,
  required,
});

// The call is named by us, never by the conversation: the model neither sees nor chooses it (decision 14).
const fixed = { call_ref: '{{call_ref}}' };

const CLASSIFY: ScriptTool = {
  name: 'classify_call',
  description:
    'Report what kind of call this is, as soon as the caller has said what they need and again whenever it turns out more serious. Do what the answer says before anything else: it may hold a safety instruction to read out word for word.',
  parameters: parameters(
    {
      classification: oneOf('The kind of call.', 'emergency', 'routine', 'spam'),
      urgency_reasoning: text("Why, in one short sentence with the caller's own words."),
      service_type: SERVICE_TYPE,
      caller_tone: TONE,
    },
    ['classification', 'urgency_reasoning', 'service_type'],
  ),
  fixed,
  onFailure: "I've got that noted. Let me get a few details from you.",
};

const COLLECT: ScriptTool = {
  name: 'collect_caller_details',
  description:
    'Save what the caller told you: call it once you have the details, and again when something changes. Leave out what you do not know; never make anything up.',
  parameters: parameters(
    {
      caller_name: text("The caller's name."),
      phone_number: text('The number they want to be called on, if they named another than the one they call from.'),
      address: text('Where the service is needed. "Address not provided" when they would not say.'),
      issue_description: text('What is wrong, in one or two sentences.'),
      service_type: SERVICE_TYPE,
      additional_notes: text('Anything else worth knowing: access, pets, preferred days, language.'),
    },
    ['issue_description'],
  ),
  fixed,
  onFailure: "I've got that noted.",
};

const ROUTE: ScriptTool = {
  name: 'route_to_oncall',
  description:
    'Alert the on-call technician to an emergency. Call it as soon as you know what is happening; name, number and address can follow by calling it again. Never say that help is coming before it has answered.',
  parameters: parameters(
    {
      caller_name: text("The caller's name, if known."),
      caller_phone: text('The number to call back, if they named another than the one they call from.'),
      address: text('Where the emergency is, if known.'),
      issue_summary: text('What is happening, in one sentence.'),
      safety_instruction_given: text('The safety instruction you read out.'),
    },
    ['issue_summary'],
  ),
  fixed,
  onFailure: "I've noted this as an emergency. If anyone is in danger, please hang up and call 911.",
};

const CHECK: ScriptTool = {
  name: 'check_availability',
  description: 'Ask for open appointment times. Only offer times that the answer names.',
  parameters: parameters(
    {
      preferred_date: text('The day the caller prefers, as they said it.'),
      preferred_time: oneOf('The part of the day.', 'morning', 'afternoon', 'any'),
      service_type: SERVICE_TYPE,
      issue_description: text('What the appointment is for.'),
    },
    [],
  ),
  fixed,
  onFailure: "I can't see the calendar right now. Our office will call you to get you scheduled.",
};

const BOOK: ScriptTool = {
  name: 'book_appointment',
  description: 'Book a time that check_availability offered in this call.',
  parameters: parameters(
    {
      slot_id: text('The slot_id of the chosen time, exactly as it was offered.'),
      caller_name: text("The caller's name."),
      address: text('Where the service is needed.'),
      service_type: SERVICE_TYPE,
      issue_description: text('What the appointment is for.'),
      text_ok: oneOf('Whether the caller is content with a confirmation by text.', 'yes', 'no'),
    },
    ['slot_id'],
  ),
  fixed,
  onFailure: "I couldn't get that booked just now. Our office will call you to confirm a time.",
};

/** The tools of PRD section 5; booking only where a calendar can answer (scenarios 26 and 27). */
export const personaTools = (calendarEnabled: boolean): ScriptTool[] =>
  calendarEnabled ? [CLASSIFY, COLLECT, ROUTE, CHECK, BOOK] : [CLASSIFY, COLLECT, ROUTE];
