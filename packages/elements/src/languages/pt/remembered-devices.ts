import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'Dispositivos memorizados',
  description:
    'Em um dispositivo memorizado, sua senha basta para entrar, por no máximo 30 dias; ações perigosas continuam exigindo mais.',
  current: 'Este dispositivo',
  unknown: 'Navegador desconhecido',
  lastUsed: 'Último uso:',
  neverUsed: 'Ainda não usado',
  since: 'Memorizado desde',
  until: 'até',
  empty: 'Nenhum dispositivo está memorizado.',
  revoke: () => 'Esquecer',
  ask: (name, current) =>
    current
      ? 'Esquecer este navegador? No seu próximo login aqui, a segunda etapa será pedida.'
      : `Esquecer ${name}? No próximo login nele, a segunda etapa será pedida.`,
  revoked: (name) => `Dispositivo esquecido: ${name}.`,
  revokeAll: 'Esquecer todos',
  askAll:
    'Esquecer todos os dispositivos memorizados? No próximo login em cada um deles, a segunda etapa será pedida.',
  revokedAll: 'Todos os dispositivos memorizados foram esquecidos.',
  working: 'Um momento…',
};
