import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: '只有此工作区的管理员可以查看其活动。',
  nobody: '没有已知账户',
  by: {
    admin: (name) => `操作者：${name}（管理员）`,
    support: (name) => `操作者：${name}（支持人员）`,
    user: (name) => `操作者：${name}`,
    system: () => '操作者：系统',
    unknown: () => '操作者：未知',
  },
  reported: '此人报告这不是其本人。',
  reports: '成员报告的活动',
  policy: '工作区策略',
  events: {
    'auth.policy.changed': '工作区策略已更改',
    'auth.store.restored': '已从备份恢复：所有人都已退出登录，所有恢复代码都已失效',
    'auth.activity.reported': '此人报告了非本人的活动',
    other: '某个账户发生了与安全有关的事情',
    'other:failure': '有人尝试操作某个账户，但失败了',
    'other:blocked': '有人尝试操作某个账户，已被阻止',
  },
};
