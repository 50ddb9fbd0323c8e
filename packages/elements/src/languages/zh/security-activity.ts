import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: '安全活动',
  description: '您账户中发生的事情。如果不是您本人的操作，请告诉我们：我们会说明该怎么做。',
  workspaceHeading: '工作区活动',
  workspaceDescription: '您工作区的账户中发生的事情，以及由谁操作。',
};
