package dev.sayonce.conversation;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of asking in Polish, Russian and English, folded. */
final class AskingWords {

  /** They ask for what follows: which, what. */
  static final Set<String> WHICH =
      words(
          """
          jaki jaka jakie jakiego jakiej jakim jakich który która które którego której którym którą jaką
          какой какая какое какие какого какую каким какому какая каков какова каком
          what whats which
          """);

  /**
   * With a question mark or a word of telling before they make a phrase a question by themselves.
   */
  static final Set<String> QUESTIONS =
      words(
          """
          jaki jaka jakie jakiego jakiej jakim jaką jak który która które którego której którym którą co gdzie kiedy
          какой какая какое какого какую каком какому как что где когда
          what which where when how whose who
          """);

  /** Words of telling: what follows is to be told. */
  static final Set<String> TELL =
      words(
          """
          podać podaj podajcie podasz poda podacie zdradzić przypomnieć przypomnij zostawić zostaw wskazać wskaż określić potwierdzić
          dopisać uzupełnić podyktować opisać opisz
          подскажите подскажи подскажете подсказать скажите сказать укажите указать назовите назвать сообщите сообщить дайте дать
          уточните уточнить напомните напомнить продиктуйте опишите оставьте оставить скиньте
          give provide share tell state specify confirm remind leave quote enter
          """);

  /** Words of writing and sending, which go with an e-mail also as "send an e-mail". */
  static final Set<String> WRITE =
      words(
          """
          napisać napisz napiszcie przesłać prześlij wysłać wyślij przysłać przyślij wpisz
          напишите написать напиши пришлите прислать отправьте отправить пришли
          send write type
          """);

  /** Words of needing: what follows is wanted. */
  static final Set<String> NEED =
      words(
          """
          potrzebuję potrzebujemy potrzebny potrzebna potrzebne potrzeba
          нужен нужна нужно нужны понадобится потребуется надо обязательно
          need require
          """);

  /** Words of begging: what follows is begged for. */
  static final Set<String> BEG =
      words(
          """
          poproszę proszę prosimy prosić prośba prosiłbym prosiłabym prosilibyśmy
          прошу просим попросить попрошу
          ask
          """);

  /** After "o": podanie numeru is asked for, or thanked for. */
  static final Set<String> TELLING =
      words("podanie przesłanie wskazanie potwierdzenie napisanie przypomnienie");

  /** In a question: does the customer have it? */
  static final Set<String> YOU_HAVE = words("masz macie znasz pamiętasz знаете помните");

  static final Set<String> YOU = words("pan pani państwo");
  static final Set<String> TO_YOU = words("you youll вам");
  static final Set<String> US = words("i we ill well ive weve id wed");
  static final Set<String> MAY = words("can could may might");
  static final Set<String> AND = words("i oraz и and");

  /** At which number or address. */
  static final Set<String> AT = words("na pod по на at on under");

  /** May stand between asking and what is asked for. */
  static final Set<String> LIGHT =
      words(
          """
          jest są to był była ma pan pani pana panu panią państwa państwo państwu panie twój twoja twojego twoje swój swoja swojego swoje
          swojej mi mnie nam nas wam wasz waszego o jeszcze raz ponownie też także również proszę uprzejmie bardzo tylko teraz najpierw ten
          tego ta te pełny pełnego dokładny cały całego aktualny poprawny prawidłowy właściwy i a oraz będzie brzmi czy może koniecznie
          у вас вам нам мне ваш вашего ваша вашу ваше ваши вашей свой своего свою твой твоего пожалуйста еще ещё раз снова тоже также и а
          только сначала полный точный этот этого правильный ли
          is was are the a an your you us me my our we i also again once more please kindly just that this correct full exact of for about
          best current with then first now got to right
          """);

  /** May stand beside what is asked for where nothing else does: "And your order number?" */
  static final Set<String> BARE =
      words(
          """
          a i oraz jeszcze też pana pani państwa panstwa twój twojego twoje
          и а еще ещё также ваш вашего ваша
          and your the also
          """);

  /** Mine and yours: an e-mail of somebody, not one to be sent. */
  static final Set<String> OWN =
      words(
          """
          pana pani państwa twój twoja twojego twoje swój swojego swoje swoją
          ваш ваша вашу вашего ваше свой свою свое вас
          your
          """);

  static final Set<String> POLITE = words("proszę poproszę please пожалуйста можно");

  /** It, as told before. */
  static final Set<String> IT = words("go ją je его ее её it");

  static final Set<String> NOT = words("nie not dont doesnt no neednt never without wont");

  /** Before these a "not" belongs to something else. */
  static final Set<String> BEGINS_ANEW =
      words("proszę czy mógłby mogłaby moglibyście może please kindly could can would so and but");

  /** What is told to others, or elsewhere. */
  static final Set<String> ELSEWHERE =
      words(
          """
          kurierowi kuriera kurier odbiorze tytule formularzu formularz paczce etykiecie punkcie
          курьеру курьер получении форме посылке коробке назначении пункте сайте
          courier driver label form pickup carrier box
          """);

  /** What is said of an e-mail that has come. */
  static final Set<String> RECEIVED =
      words(
          "dostał dostała dostaliście otrzymał otrzymała przyszedł получили получил пришло get receive received");

  private AskingWords() {}

  /** "Order number, please." */
  static boolean asksAfterwards(String word) {
    return POLITE.contains(word) || TELL.contains(word) || WRITE.contains(word);
  }

  static Set<String> words(String list) {
    return Stream.of(Folded.of(list).text().strip().split("\\s+"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
