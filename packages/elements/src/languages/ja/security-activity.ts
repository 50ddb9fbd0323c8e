import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'セキュリティのアクティビティ',
  description:
    'アカウントで起きたことの記録です。身に覚えのないものがあればお知らせください。対処方法をご案内します。',
  workspaceHeading: 'ワークスペースのアクティビティ',
  workspaceDescription: 'ワークスペースのアカウントで起きたことと、誰が行ったかの記録です。',
};
