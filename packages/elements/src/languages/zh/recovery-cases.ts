import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: '恢复个案',
  description: '面向失去所有登录方式的人。由一名工作人员核实身份并发起个案，由另一人作出决定。',
};
