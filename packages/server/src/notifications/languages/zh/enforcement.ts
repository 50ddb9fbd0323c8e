import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string => (passkey ? '通行密钥' : '两步验证');
const HOW = '请照常登录并打开安全设置：使用手机或此设备，大约需要两分钟。';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `请设置${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `您的账户需要${what(facts)}。在设置完成之前，您无法执行某些操作。`
        : `您的账户需要${what(facts)}。期限为 ${time(facts.deadline)}；此后，在设置完成之前，您将无法执行某些操作。`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `提醒您设置${what(facts)}`,
    happened: `您的账户需要${what(facts)}，但尚未设置。自 ${time(facts.deadline ?? facts.at)} 起，在设置完成之前，您将无法执行某些操作。`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `操作被拒绝：请设置${what(facts)}`,
    happened: `您的账户自 ${time(facts.deadline ?? facts.at)} 起需要${what(facts)}，但尚未设置。因此，一项操作被拒绝。`,
    next: HOW,
    notYou: '请立即更改密码。',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: '您有更多时间设置两步验证',
    happened: `您工作区的管理员允许您在 ${time(facts.until ?? facts.at)} 之前不使用两步验证。`,
    next: `${HOW}如果您没有要求延长时间，请告知管理员。`,
  }),
  'policy-changed': () => ({
    subject: '您工作区的登录策略已更改',
    happened: '管理员更改了工作区对成员登录的要求。',
    next: '更改了什么、由谁更改，记录在工作区的审计记录中。',
    notYou: '如果不应有管理员这样做，请改回原设置，查看审计记录，并结束操作者的会话。',
  }),
};
