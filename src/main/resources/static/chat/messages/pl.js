/** The chat in Polish. */
export const pl = {
  title: 'Czat',
  'title.company': '{company} – czat',
  close: 'Zamknij czat',
  language: 'Język',

  'status.bot': 'Asystent odpowiada od razu',
  'status.queued': 'Czekasz na rozmowę z człowiekiem – możesz dalej pisać',
  'status.queued.position': 'Czekasz na rozmowę z człowiekiem, miejsce w kolejce: {position}',
  'status.open': 'Rozmawiasz z: {agent}',
  'status.open.unnamed': 'Rozmawiasz z naszym zespołem',
  'status.closed': 'Rozmowa jest zakończona – napisz, aby ją kontynuować',

  'line.first': 'Łączenie…',
  'line.again': 'Utracono połączenie. Łączymy ponownie… Możesz dalej pisać.',

  'log.label': 'Rozmowa',
  'log.news': 'Nowe wiadomości ↓',
  'who.customer': 'Ty',
  'who.bot': 'Asystent',
  'who.agent': 'Nasz zespół',
  'options.label': 'Wybierz odpowiedź',

  'composer.label': 'Napisz wiadomość',
  'composer.send': 'Wyślij',
  'composer.left': {
    one: 'Pozostał {count} znak',
    few: 'Pozostały {count} znaki',
    many: 'Pozostało {count} znaków',
    other: 'Pozostało {count} znaku',
  },

  sending: 'Wysyłanie…',
  failed: 'Nie wysłano.',
  'failed.again': 'Spróbuj ponownie',
  'failed.edit': 'Popraw',
  'failed.discard': 'Usuń',

  'refused.passed': 'Ten przycisk jest już nieaktualny. Napisz po prostu, czego potrzebujesz.',
  'refused.too-long': 'Wiadomość jest za długa: może mieć najwyżej 4000 znaków.',
  'refused.too-fast': 'To było trochę za szybko – wyślemy ją za chwilę.',
  'refused.malformed': 'Coś poszło nie tak po naszej stronie.',
  'refused.busy': 'W tej chwili pisze do nas wiele osób. Próbujemy dalej…',
  'refused.unavailable': 'Chwilowo nie możemy zapisywać wiadomości. Próbujemy dalej…',
  'refused.revoked': 'Poprzednia rozmowa została zakończona. Możesz zacząć nową.',
};
