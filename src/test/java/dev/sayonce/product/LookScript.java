package dev.sayonce.product;

import java.util.List;

/** What people say while the look book is made, so that no picture shows words nobody would say. */
record LookScript(
    String language,
    String locale,
    String agent,
    String delivery,
    String giveBack,
    String broken,
    String hello,
    String note,
    String meanwhile,
    String quick,
    String person,
    String vague,
    List<String> others) {

  static final LookScript PL =
      new LookScript(
          "pl",
          "pl-PL",
          "Ewa Nowak",
          "Ile kosztuje dostawa?",
          "Chcę zwrócić towar",
          "Po pierwszym wyjściu pękł pasek plecaka.",
          "Dzień dobry, pani Anno! Przepraszam za kłopot. Wysyłam etykietę zwrotną na podany adres –"
              + " kurier odbierze paczkę jutro.",
          "Drugi pęknięty pasek z tej serii w tym tygodniu – zgłoszone do producenta.",
          "Czy mogę od razu dostać nowy plecak?",
          "Halo?",
          "Chcę rozmawiać z człowiekiem",
          "Problem z zamówieniem",
          List.of("Gdzie jest moja faktura?", "Kiedy dojdzie moje zamówienie?"));

  static final LookScript RU =
      new LookScript(
          "ru",
          "ru-RU",
          "Ева Новак",
          "Сколько стоит доставка?",
          "Хочу вернуть товар",
          "После первого же похода порвался ремень рюкзака.",
          "Здравствуйте, Анна! Извините за неудобство. Отправляю этикетку для возврата на вашу почту –"
              + " курьер заберёт посылку завтра.",
          "Второй порванный ремень из этой серии за неделю – сообщили производителю.",
          "Можно сразу получить новый рюкзак?",
          "Алло?",
          "Хочу поговорить с человеком",
          "Проблема с заказом",
          List.of("Где мой счёт?", "Когда придёт мой заказ?"));

  static final LookScript EN =
      new LookScript(
          "en",
          "en-GB",
          "Ewa Nowak",
          "How much is delivery?",
          "I want to return something",
          "The strap of the backpack tore on its first walk.",
          "Good morning, Anna! I am sorry about that. A return label is on its way to your address –"
              + " a courier will fetch the parcel tomorrow.",
          "Second torn strap of this series this week – reported to the maker.",
          "Could I have a new backpack right away?",
          "Hello?",
          "I want to talk to a person",
          "Order problem",
          List.of("Where is my invoice?", "When will my order arrive?"));

  static final List<LookScript> ALL = List.of(PL, RU, EN);
}
