import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: '输入验证码',
  headingPasskey: '使用通行密钥确认',
  headingStepUp: '确认是您本人',
  describe: {
    passkey: '请使用指纹、面容、屏幕锁定或安全密钥。',
    totp: '请打开身份验证器应用，输入其中显示的验证码。',
    'recovery-code': '请输入您保存的一个恢复代码。每个代码只能使用一次。',
    password: '请输入密码以继续。',
  },
  label: { totp: '身份验证器应用中的验证码', 'recovery-code': '恢复代码', password: '密码' },
  use: {
    passkey: '使用通行密钥',
    totp: '使用身份验证器应用',
    'recovery-code': '使用恢复代码',
    password: '使用密码',
  },
  verify: '验证',
  verifying: '正在检查…',
  verified: '已确认',
  rememberDevice: '30 天内在此设备上跳过此步骤',
  lostDevice: '设备丢失了？',
  lostDeviceHelp: '如果您保存了恢复代码，请使用恢复代码。如果没有，请联系此服务的运营方，帮助您恢复访问。',
  noMethods: '这里还没有可用来确认身份的方式。请先设置两步验证。',
  startAgain: '重新开始',
};
