import type { PolicyFormStrings } from '../en/policy-form.js';

const days = (count: number): string => `${String(count)} 天`;

const grace = (count: number): string =>
  count
    ? `尚未设置的人自首次被要求起有 ${days(count)}时间。此后，需要它的操作会被阻止，直到设置完成。`
    : '对于尚未设置的人，需要它的操作会立即被阻止，直到设置完成。';

const roles = '每个角色最多 64 个字符，最多 100 个角色。请检查逗号。';

export const policyForm: PolicyFormStrings = {
  required: '此工作区的所有人都必须使用',
  requiredHint: '关闭时：仅限以下角色，以及您的方案要求的人员。',
  roles: '任何情况下都必须使用的角色',
  rolesHint: '使用您应用中的名称，以英文逗号分隔。例如：admin, owner',
  phishingResistantRoles: '仅认可通行密钥的角色',
  phishingResistantRolesHint: '与验证码不同，通行密钥不会在虚假网页上泄露。同样以英文逗号分隔。',
  graceDays: '设置期限（天）',
  graceDaysHint: '0 到 365，自首次要求某人之日起计算。',
  rememberDevice: '允许记住设备',
  rememberDeviceHint: '在记住的设备上，不会每次登录都要求第二步。',
  wrong: { graceDays: '请输入 0 到 365 之间的整数。', roles, phishingResistantRoles: roles },
  consequences: '保存后会有哪些变化',
  nothing: '您没有更改任何内容。',
  unclear: '请先更正上面标出的内容，之后会在此处显示。',
  requiredOn: (count) => `工作区的所有人都必须使用两步验证。${grace(count)}`,
  requiredOff: '工作区不再要求任何人使用两步验证。已开始的期限会保留，待您再次要求时继续使用。',
  rolesAdded: (list, count) => `从现在起，以下角色必须使用两步验证：${list}。${grace(count)}`,
  rolesRemoved: (list) => `以下角色不再必须使用：${list}。`,
  passkeyAdded: (list, count) =>
    `以下角色需要通行密钥，且只能用它确认：${list}。${count ? `没有通行密钥的人有 ${days(count)}时间；在此之前，一切照常。` : '没有通行密钥的人必须立即创建。'}`,
  passkeyRemoved: (list) => `以下角色重新认可身份验证器应用：${list}。`,
  graceChanged: (count) => `今后首次被要求的人的期限：${count ? days(count) : '无'}。已开始的期限保持不变。`,
  rememberOn: '允许记住设备。',
  rememberOff: '每个人每次登录都会被要求第二步。',
  save: '保存',
  saving: '正在保存…',
  discard: '放弃更改',
  saved: '已保存，从现在起生效。',
  notYours: '只有工作区的管理员可以查看和更改。',
};
