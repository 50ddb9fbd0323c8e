import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: '您的登录位置',
  description: '有不认识的吗？请将其结束，然后更改密码。',
  current: '此设备',
  unknown: '未知浏览器',
  lastSeen: '上次活动：',
  since: '登录于',
  proven: (methods) => `确认方式：${methods}`,
  method: {
    password: '密码',
    passkey: '通行密钥',
    totp: '身份验证器应用',
    'recovery-code': '恢复代码',
    'remembered-device': '记住的设备',
    'account-recovery': '账户恢复',
  },
  empty: '您没有在其他地方登录。',
  revoke: (current) => (current ? '退出登录' : '结束'),
  ask: (name, current) =>
    current ? '要在此浏览器中退出登录吗？' : `要结束“${name}”中的会话吗？该会话会立即退出登录。`,
  revoked: (name) => `“${name}”中的会话已结束。`,
  revokeAll: '结束所有其他会话',
  askAll:
    '要结束所有其他会话吗？您在此处保持登录。所有记住的设备也会被忘记，包括此设备：下次登录会再次要求第二步验证。',
  revokedAll: '所有其他会话已结束，所有记住的设备已忘记。',
  working: '请稍候…',
};
