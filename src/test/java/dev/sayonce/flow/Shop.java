package dev.sayonce.flow;

import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import java.util.Map;

/**
 * A small company for tests: one team always at work, one on weekdays, two answers, flows with
 * every kind of step.
 */
public final class Shop {

  private static final String COMPANY =
      """
      name: Test shop
      languages: [en, pl, ru]
      greeting: {en: Hello, pl: Witaj, ru: Привет}
      zone: Europe/Warsaw
      teams:
        orders:
          title: {en: Orders, pl: Zamówienia, ru: Заказы}
        office:
          title: {en: Office, pl: Biuro, ru: Офис}
          hours: {mon-fri: ["08:00-16:00"]}
      times: {remind-after: 10m, abandon-after: 50m, agent-silent-after: 2m, reopen-within: 72h}
      chat:
        suggest: [delivery-cost, return, person]
        consent: {text: {en: I agree, pl: Zgadzam się, ru: Согласен}}
      """;

  private static final String ANSWERS =
      """
      delivery-cost:
        title: {en: Delivery cost, pl: Koszt dostawy, ru: Стоимость доставки}
        ask: {en: How much is delivery?, pl: Ile kosztuje dostawa?, ru: Сколько стоит доставка?}
        examples:
          en: [how much is delivery, what does shipping cost, price of delivery]
          pl: [ile kosztuje dostawa, jaki jest koszt wysyłki, cena dostawy]
          ru: [сколько стоит доставка, цена доставки, почём отправка]
        say: {en: Delivery is 12 zł., pl: Dostawa kosztuje 12 zł., ru: Доставка стоит 12 zł.}
      opening-hours:
        title: {en: Opening hours, pl: Godziny otwarcia, ru: Часы работы}
        examples:
          en: [when are you open, opening hours, are you open today]
          pl: [kiedy macie otwarte, godziny otwarcia, czy dziś otwarte]
          ru: [когда вы открыты, часы работы, открыты ли сегодня]
        say: {en: We open at 8., pl: Otwieramy o 8., ru: Открываемся в 8.}
      """;

  private static final String RETURN =
      """
      title: {en: Return, pl: Zwrot, ru: Возврат}
      ask: {en: "A return, please", pl: Poproszę o zwrot, ru: Оформите возврат}
      phrases:
        en: [I want to return something, send it back, how do I return an order]
        pl: [chcę coś zwrócić, odesłać towar, jak zrobić zwrot]
        ru: [хочу вернуть товар, оформить возврат, как вернуть заказ]
      slots:
        orderNumber:
          title: {en: Order number, pl: Numer zamówienia, ru: Номер заказа}
          type: shaped
          pattern: '[A-Z]{2}\\d{6}'
          example: AB123456
        returnReason:
          title: {en: Reason, pl: Powód, ru: Причина}
          type: choice
        remark:
          title: {en: Remark, pl: Uwaga, ru: Примечание}
      steps:
        - say: {en: Let us see., pl: Zobaczmy., ru: Посмотрим.}
        - ask: orderNumber
          say: {en: Which order?, pl: Które zamówienie?, ru: Какой заказ?}
          retry: {max: 2}
        - choice: returnReason
          say: {en: Why?, pl: Dlaczego?, ru: Почему?}
          options:
            - {id: damaged, label: {en: Damaged, pl: Uszkodzone, ru: Повреждено}, goto: person}
            - {id: unwanted, label: {en: Not wanted, pl: Niechciane, ru: Не нужно}}
        - ask: remark
          say: {en: Anything to add?, pl: Coś dodać?, ru: Что добавить?}
        - id: solved
          say: {en: Solved?, pl: Załatwione?, ru: Решено?}
          options:
            - {id: done, label: {en: It is, pl: Owszem, ru: Да}, goto: resolved}
            - {id: human, label: {en: A person, pl: Człowiek, ru: Человек}, goto: person}
        - {id: resolved, end: resolved}
        - {id: person, handoff: office}
      """;

  private static final String ACTIONS =
      """
      url: https://shop.example.com/v1
      actions:
        order.refund:
          title: {en: Refund, pl: Zwrot pieniędzy, ru: Возврат денег}
          request: POST /orders/{id}/refunds
          key: Idempotency-Key
          body: {amount: "{amount}", account: "{account}"}
          input:
            id:
              title: {en: Number, pl: Numer, ru: Номер}
              pattern: '[A-Z]{2}\\d{6}'
              example: AB123456
              known: orderNumber
            amount: {title: {en: Amount, pl: Kwota, ru: Сумма}, type: money, currency: PLN}
            account:
              title: {en: Account, pl: Konto, ru: Счёт}
              optional: true
              pii: true
          output: {number: {}}
          allowed: [agent]
          limits: {amount: {agent: 200, supervisor: 2000, admin: 20000}}
          needs: [confirmation]
      """;

  /** The shop's files. */
  public static final Map<String, String> FILES =
      Map.of(
          "company.yaml",
          COMPANY,
          "answers/shop.yaml",
          ANSWERS,
          "return.yaml",
          RETURN,
          "actions/shop.yaml",
          ACTIONS);

  /** The shop. */
  public static final FlowSet FLOWS = read(FILES);

  private Shop() {}

  /** Reads files that must be good. */
  public static FlowSet read(Map<String, String> files) {
    return switch (new FlowReader().read(files)) {
      case Reading.Good(var set, _) -> set;
      case Reading.Bad(var problems) -> throw new IllegalArgumentException(problems.toString());
    };
  }
}
