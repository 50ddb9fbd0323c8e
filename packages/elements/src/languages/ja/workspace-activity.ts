import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'アクティビティを表示できるのは、このワークスペースの管理者だけです。',
  nobody: '該当するアカウントなし',
  by: {
    admin: (name) => `実行者：${name}（管理者）`,
    support: (name) => `実行者：${name}（サポート）`,
    user: (name) => `実行者：${name}`,
    system: () => '実行者：システム',
    unknown: () => '実行者：不明',
  },
  reported: 'ご本人が身に覚えがないと報告しました。',
  reports: '利用者からの報告',
  policy: 'ワークスペースのポリシー',
  events: {
    'auth.policy.changed': 'ワークスペースのポリシーが変更されました',
    'auth.store.restored':
      'バックアップから復元されました。全員がサインアウトされ、すべてのリカバリーコードが使えなくなりました',
    'auth.activity.reported': 'ご本人が身に覚えのないアクティビティを報告しました',
    other: 'アカウントのセキュリティに関する出来事がありました',
    'other:failure': 'アカウントに対する操作が試みられ、失敗しました',
    'other:blocked': 'アカウントに対する操作が試みられ、ブロックされました',
  },
};
