const MESSAGES = {
  building: {
    ru: 'Собираю панель и страницу (в первый раз около двадцати секунд)…',
    en: 'Building the pane and the page (about twenty seconds the first time)…',
  },
  ready: {
    ru: [
      'Стенд готов: {address}',
      '  Браузер один раз предупредит о сертификате: он сделан для localhost этим проектом. Нажмите «Дополнительно» → «Перейти на сайт».',
      '  Чтобы предупреждения не было, добавьте файл в доверенные сертификаты своей системы: {certificate}',
      '  Остановить: Ctrl+C.',
    ].join('\n'),
    en: [
      'The workbench is ready: {address}',
      '  Your browser warns once about the certificate: this project made it for localhost. Choose “Advanced” → “Proceed”.',
      '  To get rid of the warning, add the file to your system’s trusted certificates: {certificate}',
      '  Stop with Ctrl+C.',
    ].join('\n'),
  },
  portTaken: {
    ru: 'Порт {port} занят другой программой. Закройте её или возьмите другой порт: npm start -- --port {other}',
    en: 'Port {port} is in use by another program. Close it, or take another port: npm start -- --port {other}',
  },
  desktopPortTaken: {
    ru: 'Порт {port} занят другой программой, а Excel ждёт надстройку именно там. Закройте её (возможно, это npm start) и повторите.',
    en: 'Port {port} is in use by another program, and Excel expects the add-in there. Close it (npm start, perhaps) and try again.',
  },
  buildFailed: {
    ru: 'Не удалось собрать:\n{details}',
    en: 'The build failed:\n{details}',
  },
  noDesktopExcel: {
    ru: 'На Linux нет настольного Excel. Запустите стенд: npm start',
    en: 'There is no desktop Excel on Linux. Run the workbench instead: npm start',
  },
  installingCertificate: {
    ru: 'Проверяю сертификат разработчика Office для localhost; система может спросить, доверять ли ему…',
    en: 'Checking Office’s developer certificate for localhost; the system may ask whether to trust it…',
  },
  sideloaded: {
    ru: 'Панель отдаётся с {address}. Откройте Excel → «Главная» → «Надстройки» → «Clientele» (если Excel открыт, перезапустите его).\n  Ctrl+C остановит сервер и уберёт надстройку из Excel.',
    en: 'The pane is served from {address}. Open Excel → Home → Add-ins → “Clientele” (restart Excel if it is open).\n  Ctrl+C stops the server and removes the add-in from Excel.',
  },
} as const;

type Message = keyof typeof MESSAGES;

/** Prints a message in Russian and in English. */
export function say(message: Message, facts: Readonly<Record<string, string | number>> = {}): void {
  const { ru, en } = MESSAGES[message];
  for (const text of [ru, en])
    console.log(text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name])));
}

/** Says why a server did not start: the port is taken, or the build failed. */
export function explainListenTrouble(error: unknown, port: number, busy: Message = 'portTaken'): void {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    say(busy, { port, other: port + 1 });
  } else {
    say('buildFailed', { details: error instanceof Error ? error.message : String(error) });
  }
}
