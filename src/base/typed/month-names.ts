/**
 * The months as documents and people write them, January to December, a line per language and way of writing: the official languages of
 * the European Union with Norwegian, Icelandic, Catalan, Luxembourgish, Turkish and Ukrainian. Whole names in the cases that a date asks for (Unicode
 * CLDR), and the short forms that a beginning of the whole name does not give. Without marks and capitals.
 */
export const monthNames: Readonly<Record<string, readonly string[]>> = {
  nl: [
    'januari februari maart april mei juni juli augustus september oktober november december',
    '- - mrt - - - - - - - - -',
  ],
  fr: ['janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'],
  de: [
    'januar februar marz april mai juni juli august september oktober november dezember',
    'janner feber maerz - - juno julei - - - - -',
    'jaenner - mrz - - - - - - - - -',
  ],
  en: ['january february march april may june july august september october november december'],
  bg: [
    'януари февруари март април май юни юли август септември октомври ноември декември',
    'yanuari fevruari mart april may yuni yuli avgust septemvri oktomvri noemvri dekemvri',
    '- - - - - - - авг септ окт ноем дек',
  ],
  hr: [
    'sijecanj veljaca ozujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac',
    'sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
    '- - - - - - - - - - studenog -',
    'sij velj ozu tra svi lip srp kol ruj lis stu pro',
  ],
  cs: [
    'leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec',
    'ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince',
    'led uno bre dub kve cvn cvc srp zar rij lis pro',
  ],
  da: ['januar februar marts april maj juni juli august september oktober november december'],
  et: [
    'jaanuar veebruar marts aprill mai juuni juuli august september oktoober november detsember',
    'jaan veebr - - - - - - - - - dets',
  ],
  fi: [
    'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu',
    'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    'tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu',
  ],
  el: [
    'ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος νοεμβριος δεκεμβριος',
    'ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου',
    'ιανουαριο φεβρουαριο μαρτιο απριλιο μαιο ιουνιο ιουλιο αυγουστο σεπτεμβριο οκτωβριο νοεμβριο δεκεμβριο',
    'γεναρης φλεβαρης μαρτης απριλης μαης ιουνης ιουλης - σεπτεμβρης οκτωβρης νοεμβρης δεκεμβρης',
    'ianouariou fevrouariou martiou apriliou maiou iouniou iouliou avgoustou septemvriou oktovriou noemvriou dekemvriou',
  ],
  hu: [
    'januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december',
    '- - - - - - - - szept - - -',
  ],
  ga: [
    'eanair feabhra marta aibrean bealtaine meitheamh iuil lunasa meanfomhair deireadhfomhair samhain nollaig',
    '- - - - - - - - mfomh dfomh - -',
  ],
  it: ['gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'],
  lv: [
    'janvaris februaris marts aprilis maijs junijs julijs augusts septembris oktobris novembris decembris',
    'janvari februari martu aprili maiju juniju juliju augustu septembri oktobri novembri decembri',
  ],
  lt: [
    'sausis vasaris kovas balandis geguze birzelis liepa rugpjutis rugsejis spalis lapkritis gruodis',
    'sausio vasario kovo balandzio geguzes birzelio liepos rugpjucio rugsejo spalio lapkricio gruodzio',
  ],
  mt: [
    'jannar frar marzu april mejju gunju lulju awwissu settembru ottubru novembru dicembru',
    'jan fra - - - - - - - - - -',
  ],
  pl: [
    'styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien',
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia',
    'sty lut - kwi - cze lip sie wrz paz lis gru',
  ],
  pt: ['janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'],
  ro: [
    'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
    '- - - - - - - - - - noi -',
  ],
  sk: [
    'januar februar marec april maj jun jul august september oktober november december',
    'januara februara marca aprila maja juna jula augusta septembra oktobra novembra decembra',
  ],
  sl: [
    'januar februar marec april maj junij julij avgust september oktober november december',
    'januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra',
  ],
  es: [
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    '- - - - - - - - setiembre - - -',
  ],
  sv: ['januari februari mars april maj juni juli augusti september oktober november december'],
  nb: ['januar februar mars april mai juni juli august september oktober november desember'],
  is: ['januar februar mars april mai juni juli agust september oktober november desember'],
  ca: ['gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre'],
  lb: ['januar februar maerz abrell mee juni juli august september oktober november dezember'],
  tr: [
    'ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik',
    'oca sub - nis - haz tem agu eyl eki kas ara',
  ],
  uk: [
    'сичень лютии березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
    'січень - - - - - - - - - - -',
  ],
  /** Roman numbers, as in Hungary, Poland and Romania: 12.IV.1985. */
  roman: ['i ii iii iv v vi vii viii ix x xi xii'],
  /** Short forms of passports and programs in many languages (ISO/IEC 7501, as printed beside the national ones). */
  short: [
    'jan feb mar apr may jun jul aug sep oct nov dec',
    'gen fev - avr mai - - ago set okt - des',
    'ene - - abr - - - aou sept ott - dez',
    'ian - - - mag giu lug - - out - dic',
    '- - - - - iun iul avg - - - dek',
  ],
};
