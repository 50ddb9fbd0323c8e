import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'Altere sua senha agora e verifique suas configurações de segurança.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'A verificação em duas etapas está ativada',
    happened: 'A partir de agora, entrar na sua conta exige uma segunda etapa.',
    next: 'Guarde seus códigos de recuperação em um lugar seguro: eles permitem entrar se você perder seu dispositivo.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'A verificação em duas etapas foi desativada',
    happened:
      'Agora sua conta é protegida apenas pela senha, e seus códigos de recuperação não funcionam mais.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'Um app autenticador foi adicionado',
    happened:
      'Um app autenticador foi adicionado à sua conta. Os códigos dele são uma segunda etapa no login.',
    notYou: 'Remova-o nas suas configurações de segurança e altere sua senha agora.',
  }),
  'totp-removed': () => ({
    subject: 'Um app autenticador foi removido',
    happened: 'Um app autenticador foi removido da sua conta. Os códigos dele não funcionam mais.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'Uma chave de acesso foi adicionada',
    happened: 'Uma chave de acesso foi adicionada à sua conta. Quem a tiver pode entrar.',
    notYou: 'Remova-a nas suas configurações de segurança e altere sua senha agora.',
  }),
  'passkey-revoked': () => ({
    subject: 'Uma chave de acesso foi removida',
    happened: 'Uma chave de acesso foi removida da sua conta. Ela não permite mais entrar.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'Um código de recuperação foi usado',
    happened: `Alguém entrou na sua conta com um dos seus códigos de recuperação. Códigos restantes: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'Novos códigos de recuperação foram criados',
    happened: 'Novos códigos de recuperação foram criados para sua conta. Os antigos não funcionam mais.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Sua segunda etapa foi redefinida',
    happened:
      'Um administrador do seu espaço de trabalho removeu todos os dispositivos e códigos de recuperação da sua conta. Todas as suas sessões foram encerradas.',
    next: 'Entre com sua senha; antes de mais nada, você configurará uma nova segunda etapa. Se você não pediu isso, avise seu administrador agora e altere sua senha.',
  }),
};
