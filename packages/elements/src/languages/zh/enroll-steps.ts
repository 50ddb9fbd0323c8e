import type { EnrollStepsStrings } from '../en/enroll-steps.js';

export const enrollSteps: EnrollStepsStrings = {
  because: {
    'recovery-code':
      '您使用恢复代码登录了。请先重新设置通行密钥或身份验证器应用再继续，以便下次可以登录。您有一小时的时间。',
    'account-recovery':
      '您已恢复对账户的访问。请先重新设置通行密钥或身份验证器应用再继续，以便下次可以登录。您有一小时的时间。',
    other: '在继续之前，请为您的账户设置通行密钥或身份验证器应用。',
  },
  scanHeading: '关联您的应用',
  scan: '请用身份验证器应用扫描此二维码。',
  qr: '供身份验证器应用扫描的二维码',
  cannotScan: '无法扫描？请在应用中输入此密钥：',
  copyKey: '复制密钥',
  copied: '已复制',
  copyFailed: '此处无法复制。请选中密钥并手动复制。',
  openApp: '在身份验证器应用中打开',
  name: '应用名称（可选）',
  code: '输入应用中显示的验证码',
  missing: '请输入全部六位数字。',
  wrong: '验证码不正确。请等待应用显示新的验证码后重试。',
  clock: '仍然无法通过？请检查手机时间是否设为自动：验证码依据时间生成。',
  verify: '确认',
  verifying: '正在检查…',
  resumeHeading: '完成应用设置',
  resume: '二维码已扫描，只差输入验证码。',
  newQr: '显示新的二维码',
  ending: '这将在一分钟后过期。如需更多时间，请显示新的二维码。',
  startAgain: '重新开始',
  waited: '您现在可以重试。',
  choose: '选择其他方式',
  oldHeading: '移除旧的验证方式？',
  old: '新的验证方式已可使用。请移除已丢失或不再使用的验证方式。',
  remove: '移除',
  removed: (name) => `已移除“${name}”。`,
  finish: '完成',
};
