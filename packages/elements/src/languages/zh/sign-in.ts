import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: '登录',
  login: '电子邮件地址',
  password: '密码',
  show: '显示',
  showPassword: '显示密码',
  hide: '隐藏',
  hidePassword: '隐藏密码',
  submit: '登录',
  submitting: '正在登录…',
  signedIn: '您已登录',
  signedInAs: (name) => `您已登录：${name}`,
};
