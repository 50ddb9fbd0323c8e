import type { ActivityFeedStrings } from '../en/activity-feed.js';
import { plural } from '../format.js';

export const activityFeed: ActivityFeedStrings = {
  empty: 'Nada aconteceu ainda.',
  nothingFound: 'Nada encontrado.',
  current: 'Esta sessão',
  unknownDevice: 'Navegador desconhecido',
  unusual: 'Incomum',
  reportedBefore: 'Denunciado',
  suspicion: {
    'new-device': 'De um navegador que nunca tinha sido usado com esta conta.',
    'new-network': 'De uma rede que nunca tinha sido usada com esta conta.',
    'counter-anomaly': 'O contador da chave de acesso está incoerente, como acontece com uma cópia.',
    replay: 'Algo que só funciona uma vez foi usado de novo.',
    'many-failures': 'Depois de muitas falhas em pouco tempo.',
    reported: 'Você informou que não foi você.',
  },
  method: {
    password: 'Senha',
    passkey: 'Chave de acesso',
    totp: 'App autenticador',
    'recovery-code': 'Código de recuperação',
    'remembered-device': 'Dispositivo memorizado',
    'account-recovery': 'Recuperação da conta',
  },
  withFactor: (method, name) => `${method} “${name}”`,
  showOlder: 'Mostrar anteriores',
  olderShown: (count, isAll) =>
    `${plural('pt', count, {
      one: `${String(count)} evento anterior exibido.`,
      other: `${String(count)} eventos anteriores exibidos.`,
    })}${isAll ? ' Isso é tudo.' : ''}`,
  found: (count, isAll) =>
    isAll
      ? plural('pt', count, {
          one: `${String(count)} evento encontrado.`,
          other: `${String(count)} eventos encontrados.`,
        })
      : plural('pt', count, {
          one: `O último evento é exibido (${String(count)}).`,
          other: `Os últimos ${String(count)} eventos são exibidos.`,
        }),

  filter: 'Filtrar',
  filterOn: 'Filtrar (ativo)',
  apply: 'Aplicar',
  clear: 'Limpar filtros',
  type: 'O que aconteceu',
  anything: 'Tudo',
  outcome: 'Resultado',
  anyOutcome: 'Qualquer um',
  outcomes: { success: 'Com sucesso', failure: 'Com falha', blocked: 'Bloqueado' },
  ip: 'Endereço IP',
  from: 'De',
  to: 'Até',
  refused: {
    ip: 'Isso não é um endereço IP. Copie um da lista, por exemplo 192.0.2.14.',
    dates: 'O último dia é anterior ao primeiro. Altere um deles.',
  },
  group: {
    signIns: 'Logins',
    factors: 'Fatores',
    recovery: 'Formas de recuperar o acesso',
    sessions: 'Sessões e dispositivos',
    warnings: 'Avisos',
    other: 'Outros',
  },
  types: {
    'auth.sign_in': 'Logins',
    'auth.2fa': 'Segundos fatores',
    'auth.step_up': 'Novas confirmações',
    'auth.passkey': 'Chaves de acesso',
    'auth.totp': 'Apps autenticadores',
    'auth.password': 'Senha',
    'auth.recovery_codes': 'Novos códigos de recuperação',
    'auth.recovery_code': 'Códigos de recuperação usados',
    'auth.recovery': 'Recuperação da conta',
    'auth.session': 'Sessões encerradas',
    'auth.device': 'Dispositivos memorizados',
    'auth.2fa.brute_force_blocked': 'Tentativas demais',
    'auth.2fa.replay_attempt': 'Códigos usados duas vezes',
    'auth.2fa.factor_locked': 'Apps e códigos de recuperação bloqueados',
    'auth.passkey.counter_anomaly': 'Chaves de acesso que podem ter sido copiadas',
    'auth.activity': 'O que você denunciou',
    'auth.enforcement': 'O que a sua organização exige',
  },

  download: 'Baixar os resultados:',
  downloadAs: (format) => `Baixar como ${format}`,

  notMe: 'Não fui eu',
  ask: 'Foi outra pessoa? Então denuncie. Isso ainda não encerra nem altera nada: o que fazer vem a seguir.',
  report: 'Denunciar',
  working: 'Um momento…',
  reported: 'A denúncia foi registrada.',
  whatNow: 'A denúncia foi registrada. Agora faça o seguinte:',
  advice: {
    'end-sessions':
      'Quem quer que tenha sido ainda pode estar com a conta aberta. Encerre todas as outras sessões.',
    'change-password': 'Altere sua senha.',
    'new-recovery-codes': 'Crie novos códigos de recuperação; os antigos deixam de funcionar.',
    'review-factors':
      'Remova todas as chaves de acesso e todos os apps autenticadores que você não reconhece.',
  },
  goTo: {
    'end-sessions': 'Ir para suas sessões',
    'new-recovery-codes': 'Ir para seus códigos de recuperação',
    'review-factors': 'Ir para suas chaves de acesso e apps',
  },
  done: 'Concluído',
};
