import type { PolicyFormStrings } from '../en/policy-form.js';

const days = (count: number): string => `${String(count)} 日間`;

const grace = (count: number): string =>
  count
    ? `未設定の人には、最初に求められてから ${days(count)}の猶予があります。その後は、設定するまで、これを必要とする操作がブロックされます。`
    : '未設定の人は、設定するまで、これを必要とする操作がすぐにブロックされます。';

const roles = '役割は 1 つにつき 64 文字まで、全部で 100 個までです。コンマを確認してください。';

export const policyForm: PolicyFormStrings = {
  required: 'このワークスペースの全員に必須とする',
  requiredHint: 'オフの場合：下の役割の人と、プランで求められる人のみ。',
  roles: '常に必須とする役割',
  rolesHint: 'アプリケーションでの呼び方で、コンマで区切って入力します。例：admin, owner',
  phishingResistantRoles: 'パスキーのみを認める役割',
  phishingResistantRolesHint:
    'コードと違い、パスキーを偽のサイトに渡してしまうことはありません。こちらもコンマで区切ります。',
  graceDays: '設定までの日数',
  graceDaysHint: '0 から 365 まで。その人に最初に求められた日から数えます。',
  rememberDevice: 'デバイスの記憶を許可する',
  rememberDeviceHint: '記憶されたデバイスでは、サインインのたびに 2 段階目を求められることはありません。',
  wrong: { graceDays: '0 から 365 までの整数を入力してください。', roles, phishingResistantRoles: roles },
  consequences: '保存すると変わること',
  nothing: '変更はありません。',
  unclear: '上で示された箇所を修正すると、ここに表示されます。',
  requiredOn: (count) => `ワークスペースの全員に 2 段階認証が必須になります。${grace(count)}`,
  requiredOff:
    'ワークスペースとしての 2 段階認証の必須化はなくなります。すでに始まった期限は、再び必須にする日に備えて保持されます。',
  rolesAdded: (list, count) => `今後、次の役割に 2 段階認証が必須になります：${list}。${grace(count)}`,
  rolesRemoved: (list) => `次の役割には必須ではなくなります：${list}。`,
  passkeyAdded: (list, count) =>
    `次の役割にはパスキーが必要になり、他の方法では確認できません：${list}。${count ? `パスキーのない人には ${days(count)}の猶予があり、それまではこれまでどおり使えます。` : 'パスキーのない人は、すぐに作成する必要があります。'}`,
  passkeyRemoved: (list) => `次の役割では、認証アプリも再び認められます：${list}。`,
  graceChanged: (count) =>
    `今後初めて求められる人の猶予：${count ? days(count) : 'なし'}。すでに始まった期限は変わりません。`,
  rememberOn: 'デバイスの記憶が許可されます。',
  rememberOff: 'サインインのたびに、全員に 2 段階目が求められます。',
  save: '保存',
  saving: '保存しています…',
  discard: '変更を破棄',
  saved: '保存しました。今後適用されます。',
  notYours: '表示や変更ができるのは、ワークスペースの管理者だけです。',
};
