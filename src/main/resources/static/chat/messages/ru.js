/** The chat in Russian. */
export const ru = {
  title: 'Чат',
  'title.company': '{company} – чат',
  close: 'Закрыть чат',
  language: 'Язык',

  'status.bot': 'Помощник отвечает сразу',
  'status.queued': 'Вы ждёте сотрудника – можно продолжать писать',
  'status.queued.position': 'Вы ждёте сотрудника, ваш номер в очереди: {position}',
  'status.open': 'С вами на связи {agent}',
  'status.open.unnamed': 'С вами на связи наша команда',
  'status.closed': 'Разговор завершён – напишите, чтобы продолжить',

  'line.first': 'Соединяемся…',
  'line.again': 'Связь потеряна. Восстанавливаем… Можно продолжать писать.',

  'log.label': 'Разговор',
  'log.news': 'Новые сообщения ↓',
  'who.customer': 'Вы',
  'who.bot': 'Помощник',
  'who.agent': 'Наша команда',
  'options.label': 'Выберите ответ',

  'composer.label': 'Напишите сообщение',
  'composer.send': 'Отправить',
  'composer.left': {
    one: 'Остался {count} символ',
    few: 'Осталось {count} символа',
    many: 'Осталось {count} символов',
    other: 'Осталось {count} символа',
  },

  sending: 'Отправляется…',
  failed: 'Не отправлено.',
  'failed.again': 'Повторить',
  'failed.edit': 'Исправить',
  'failed.discard': 'Удалить',

  'refused.passed': 'Эта кнопка уже неактуальна. Просто напишите, что нужно.',
  'refused.too-long': 'Сообщение слишком длинное: не больше 4000 символов.',
  'refused.too-fast': 'Слишком быстро – отправим через мгновение.',
  'refused.malformed': 'Что-то пошло не так на нашей стороне.',
  'refused.busy': 'Сейчас нам пишет много людей. Продолжаем попытки…',
  'refused.unavailable': 'Сейчас мы не можем сохранять сообщения. Продолжаем попытки…',
  'refused.revoked': 'Прежний разговор завершён. Можно начать новый.',
};
