import type { PolicyFormStrings } from '../en/policy-form.js';
import { plural } from '../format.js';

const days = (count: number): string =>
  plural('pt', count, { one: `${String(count)} dia`, other: `${String(count)} dias` });

const grace = (count: number): string =>
  count
    ? `O prazo de quem ainda não a tem é de ${days(count)}, a contar da primeira solicitação. Depois disso, o que a exige fica bloqueado até que a pessoa a configure.`
    : 'Para quem ainda não a tem, o que a exige fica bloqueado imediatamente, até que a pessoa a configure.';

const roles = 'Uma função tem no máximo 64 caracteres, e há no máximo 100. Confira as vírgulas.';

export const policyForm: PolicyFormStrings = {
  required: 'Obrigatória para todas as pessoas deste espaço de trabalho',
  requiredHint: 'Desativado: só as funções abaixo e as pessoas de quem o seu plano a exige.',
  roles: 'Funções para as quais ela é sempre obrigatória',
  rolesHint: 'Com as palavras do seu aplicativo, separadas por vírgulas. Exemplo: admin, owner',
  phishingResistantRoles: 'Funções para as quais só uma chave de acesso conta',
  phishingResistantRolesHint:
    'Ao contrário de um código, uma chave de acesso não pode ser revelada em uma página falsa. Também separadas por vírgulas.',
  graceDays: 'Dias de prazo para configurá-la',
  graceDaysHint: 'De 0 a 365, a contar da primeira solicitação feita à pessoa.',
  rememberDevice: 'As pessoas podem memorizar um dispositivo próprio',
  rememberDeviceHint: 'Nele, a segunda etapa não é pedida a cada login.',
  wrong: {
    graceDays: 'Digite um número inteiro de 0 a 365.',
    roles,
    phishingResistantRoles: roles,
  },
  consequences: 'O que muda ao salvar',
  nothing: 'Você não alterou nada.',
  unclear: 'Corrija o que está marcado acima, e o resultado aparecerá aqui.',
  requiredOn: (count) =>
    `A verificação em duas etapas é obrigatória para todas as pessoas do espaço de trabalho. ${grace(count)}`,
  requiredOff:
    'O espaço de trabalho não exige mais a verificação em duas etapas de ninguém. Os prazos já iniciados são mantidos para o dia em que você voltar a exigi-la.',
  rolesAdded: (list, count) =>
    `A verificação em duas etapas é obrigatória a partir de agora para estas funções: ${list}. ${grace(count)}`,
  rolesRemoved: (list) => `Ela não é mais obrigatória para estas funções: ${list}.`,
  passkeyAdded: (list, count) =>
    `Estas funções precisam de uma chave de acesso e não confirmam com mais nada: ${list}. ${
      count
        ? `O prazo de quem não tem uma é de ${days(count)}; até lá, tudo continua como antes.`
        : 'Quem não tem uma precisa criá-la imediatamente.'
    }`,
  passkeyRemoved: (list) => `Para estas funções, um app autenticador volta a contar: ${list}.`,
  graceChanged: (count) =>
    `${
      count
        ? `Quem receber a primeira solicitação a partir de agora terá um prazo de ${days(count)}.`
        : 'Quem receber a primeira solicitação a partir de agora não terá prazo.'
    } Os prazos já iniciados continuam como estão.`,
  rememberOn: 'As pessoas podem memorizar um dispositivo próprio.',
  rememberOff: 'A segunda etapa é pedida a todas as pessoas a cada login.',
  save: 'Salvar',
  saving: 'Salvando…',
  discard: 'Descartar alterações',
  saved: 'Salvo. Isso vale a partir de agora.',
  notYours: 'Só quem administra o espaço de trabalho pode ver e alterar isto.',
};
