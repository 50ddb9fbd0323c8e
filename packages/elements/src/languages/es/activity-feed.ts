import type { ActivityFeedStrings } from '../en/activity-feed.js';
import { plural } from '../format.js';

export const activityFeed: ActivityFeedStrings = {
  empty: 'Todavía no ha ocurrido nada.',
  nothingFound: 'No se encontró nada.',
  current: 'Esta sesión',
  unknownDevice: 'Navegador desconocido',
  unusual: 'Inusual',
  reportedBefore: 'Notificado',
  suspicion: {
    'new-device': 'Desde un navegador que no se había usado antes con esta cuenta.',
    'new-network': 'Desde una red que no se había usado antes con esta cuenta.',
    'counter-anomaly': 'El contador de la llave de acceso no cuadra, como ocurre con una copia.',
    replay: 'Se volvió a usar algo que solo sirve una vez.',
    'many-failures': 'Después de muchos fallos en poco tiempo.',
    reported: 'Usted informó de que no lo hizo.',
  },
  method: {
    password: 'Contraseña',
    passkey: 'Llave de acceso',
    totp: 'Aplicación de autenticación',
    'recovery-code': 'Código de recuperación',
    'remembered-device': 'Dispositivo recordado',
    'account-recovery': 'Recuperación de la cuenta',
  },
  withFactor: (method, name) => `${method} «${name}»`,
  showOlder: 'Mostrar anteriores',
  olderShown: (count, isAll) =>
    `${plural('es', count, {
      one: `Se muestra ${String(count)} evento anterior.`,
      other: `Se muestran ${String(count)} eventos anteriores.`,
    })}${isAll ? ' No hay más.' : ''}`,
  found: (count, isAll) =>
    isAll
      ? plural('es', count, {
          one: `${String(count)} evento encontrado.`,
          other: `${String(count)} eventos encontrados.`,
        })
      : plural('es', count, {
          one: `Se muestra el último evento (${String(count)}).`,
          other: `Se muestran los últimos ${String(count)} eventos.`,
        }),

  filter: 'Filtrar',
  filterOn: 'Filtrar (activo)',
  apply: 'Aplicar',
  clear: 'Borrar filtros',
  type: 'Qué ocurrió',
  anything: 'Todo',
  outcome: 'Resultado',
  anyOutcome: 'Cualquiera',
  outcomes: { success: 'Correcto', failure: 'Fallido', blocked: 'Bloqueado' },
  ip: 'Dirección IP',
  from: 'Desde',
  to: 'Hasta',
  refused: {
    ip: 'Eso no es una dirección IP. Copie una de la lista, por ejemplo 192.0.2.14.',
    dates: 'El último día es anterior al primero. Cambie uno de los dos.',
  },
  group: {
    signIns: 'Inicios de sesión',
    factors: 'Factores',
    recovery: 'Formas de recuperar el acceso',
    sessions: 'Sesiones y dispositivos',
    warnings: 'Advertencias',
    other: 'Otros',
  },
  types: {
    'auth.sign_in': 'Inicios de sesión',
    'auth.2fa': 'Segundos factores',
    'auth.step_up': 'Nuevas confirmaciones',
    'auth.passkey': 'Llaves de acceso',
    'auth.totp': 'Aplicaciones de autenticación',
    'auth.password': 'Contraseña',
    'auth.recovery_codes': 'Nuevos códigos de recuperación',
    'auth.recovery_code': 'Códigos de recuperación usados',
    'auth.recovery': 'Recuperación de la cuenta',
    'auth.session': 'Sesiones finalizadas',
    'auth.device': 'Dispositivos recordados',
    'auth.2fa.brute_force_blocked': 'Demasiados intentos',
    'auth.2fa.replay_attempt': 'Códigos usados dos veces',
    'auth.2fa.factor_locked': 'Aplicaciones y códigos de recuperación bloqueados',
    'auth.passkey.counter_anomaly': 'Llaves de acceso que podrían estar copiadas',
    'auth.activity': 'Lo que usted notificó',
    'auth.enforcement': 'Lo que exige su organización',
  },

  download: 'Descargar los resultados:',
  downloadAs: (format) => `Descargar como ${format}`,

  notMe: 'No fui yo',
  ask: '¿Fue otra persona? Entonces notifíquelo. Con eso todavía no se cierra ni se cambia nada: después le diremos qué hacer.',
  report: 'Notificar',
  working: 'Un momento…',
  reported: 'Su aviso está registrado.',
  whatNow: 'Su aviso está registrado. Haga ahora lo siguiente:',
  advice: {
    'end-sessions':
      'Quien haya sido puede tener todavía la sesión iniciada. Cierre todas las demás sesiones.',
    'change-password': 'Cambie su contraseña.',
    'new-recovery-codes': 'Cree nuevos códigos de recuperación; los anteriores dejarán de ser válidos.',
    'review-factors': 'Elimine todas las llaves de acceso y aplicaciones de autenticación que no reconozca.',
  },
  goTo: {
    'end-sessions': 'Ir a sus sesiones',
    'new-recovery-codes': 'Ir a sus códigos de recuperación',
    'review-factors': 'Ir a sus llaves de acceso y aplicaciones',
  },
  done: 'Listo',
};
