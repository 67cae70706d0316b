import type { IntakeLines } from './intake-lines.types.js';

const to = (callerName: string): string => (callerName ? `Gracias, ${callerName}.` : 'Gracias.');

export const SPANISH: IntakeLines = {
  greeting: (businessName) =>
    `Gracias por llamar a ${businessName}. Esta es nuestra línea automática y esta llamada se graba. Si huele a gas, o suena una alarma de incendio o de monóxido de carbono, salga del edificio y llame al 911 ahora.`,
  keyOffer: 'Para emergencias, oprima el uno en cualquier momento.',
  cutOff: 'Disculpe, se cortó la llamada.',
  reported: 'Su emergencia ya está reportada.',
  automated: 'Esta es nuestra línea automática.',
  stillKnown: 'Tengo lo que me dijo, no hace falta que lo repita.',
  notCaught: 'Disculpe, no le entendí.',
  gotIt: 'Entendido.',
  ask: {
    problem: '¿En pocas palabras, qué está pasando?',
    service: 'Esta línea es para clientes que necesitan servicio. ¿Algo en su casa o negocio necesita servicio?',
    urgency:
      'Quiero asegurarme de atenderle bien. ¿Necesita atención esta noche, o puede esperar hasta mañana, cuando abra la oficina?',
    name: '¿Me puede dar su nombre?',
    address: '¿Cuál es la dirección donde necesita el servicio?',
    number: 'Puede decirlo o marcarlo. ¿A qué número le podemos llamar?',
    more: '¿Hay algo más que el técnico deba saber?',
  },
  confirmNumber: (ending) => `Para confirmar, ¿el número que termina en ${ending} es el mejor para llamarle?`,
  paging: (name) => `Estoy avisando a ${name} ahora mismo.`,
  stillPaging: (name) => `Le mandé un mensaje urgente a ${name}, y seguimos llamando hasta que alguien lo atienda.`,
  taken: (name) => `${name} ya tiene su emergencia y le llamará en unos minutos.`,
  details: 'Necesito unos datos rápidos.',
  hold: (callerName, name) =>
    `${to(callerName)} Por favor no cuelgue mientras intento comunicarle con ${name}. Si tiene que irse, cuelgue y le llamaremos.`,
  holdOn: (name) => `Sigo intentando comunicarme con ${name}. No cuelgue, por favor, o cuelgue y le llamaremos.`,
  notReached: (name) =>
    `No pude comunicarme directamente con ${name}, pero el mensaje urgente con su información ya salió, y seguimos llamando hasta que alguien lo atienda. Le llamaremos.`,
  inDanger: 'Si alguien está en peligro, cuelgue y llame al 911.',
  goodbye: 'Adiós.',
  close: (callerName, callbackWhen) =>
    `${to(callerName)} Ya tengo sus datos. Nuestra oficina le llamará ${callbackWhen}. Si empeora, o alguien está en peligro, llame primero al 911 y después a nosotros. Adiós.`,
  refuse: 'Esta línea es para clientes que necesitan servicio. Gracias por llamar. Adiós.',
  message: 'No logro entenderle bien.',
  urgentMessage:
    'Estamos avisando a nuestro técnico de guardia. Para que pueda comunicarse con usted, diga su nombre, su número y la dirección después del tono. Si alguien está en peligro, cuelgue y llame al 911.',
};
