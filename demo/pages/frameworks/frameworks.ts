import '../shell/account-menu.ts';
