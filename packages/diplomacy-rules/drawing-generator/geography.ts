/**
 * Europe as drawn: longitudes and latitudes from general knowledge of geography, simplified by eye for a board on which every province must
 * hold a unit, a name and perhaps a supply centre.
 *
 * A line is a list of points, `longitude,latitude`. A point where lines meet has a name: `name:longitude,latitude` where it is set down,
 * `name` in every other line that runs through it. The lines cut the plane into faces; a face is the province whose seed lies in it.
 */
export interface Geography {
  /** Coasts of the open sea, each in one stroke, so that the curve is smooth where borders begin. */
  readonly coasts: readonly string[];
  /** Between two land provinces. */
  readonly landBorders: readonly string[];
  /** Between two seas. */
  readonly seaBorders: readonly string[];
  /** Far outside the picture: closes the faces at the edge of the map. */
  readonly rim: readonly string[];
  /** Closed rings of land that belongs to nobody. */
  readonly islands: readonly string[];
  /** Closed rings of water within the land. */
  readonly lakes: readonly string[];
  /** Water too narrow to have a face: drawn over a province that both its sides belong to, or over a border. */
  readonly straits: readonly string[];
}

export const geography: Geography = {
  coasts: [
    // The continent, from the Barents Sea round to the Levant.
    `rimPechora:95,70 70,69.5 60,68.8 53,68.6 48.5,67.8 45.5,68.3 43.6,68.6 43.4,67.6 44,66.5 42.3,66.3 40.3,65.6 40.2,64.7 38.2,64.3 37,65.1 34.9,64.5
     34.4,65.8 32.6,67 35,66.4 38.2,66 40.7,66.3 41.2,67 39.3,67.9 36,69 33.2,69.4 nwyStpBar:31,69.8 29.8,70.6 27.6,71 nwyBarNwg:24.6,71
     22,70.3 19.6,69.9 17.6,69.3 15.8,68.6 14.9,67.5 13.2,66.3 12,65.2 10.8,64.4 9.6,63.7 7.8,63.1 6,62.5 nwyNwgNth:5.1,61.9 4.9,61
     5.2,60.2 5.2,59.2 5.7,58.5 nwyNthSka:6.9,57.95 8.4,58.25 9.5,58.9 10.35,59.2 10.65,59.8 nwySweSka:11.1,59.05 11.3,58.4 11.8,57.6
     12.5,56.8 denSweSka:12.75,56.15 denSweBal:12.95,55.5 13.3,55.3 14.2,55.4 14.5,55.95 15.8,56.1 16.4,56.7 16.6,57.6 16.9,58.5 18,58.9
     sweBotBal:18.9,59.6 18.6,60.2 17.3,60.7 17.2,61.7 17.9,62.6 19.2,63.3 20.6,63.8 21.5,64.6 22.2,65.5 sweFinBot:24,65.8 25.2,65.1
     24.3,64.5 22.8,63.7 21.4,63.1 21.3,62 21.5,61 22,60.3 23,59.9 25,60.2 26.8,60.45 finStpBot:28,60.6 29.3,60.2 30.3,59.95 29.2,59.75
     stpLvnBot:27.8,59.5 26.2,59.6 24.6,59.5 lvnBotBal:23.5,59.2 23.5,58.7 24.4,58.3 24.3,57.7 24,57.05 23.2,57.05 22.6,57.7 21.6,57.5
     21,56.7 lvnPruBal:21,55.9 20.9,55.2 20,54.9 19.6,54.45 18.8,54.3 18.5,54.8 17.3,54.75 16.3,54.3 pruBerBal:15.4,54.1 14.4,53.9
     13.8,54.2 13.3,54.6 12.5,54.4 berKieBal:11.8,54.1 11,53.95 10.8,54.35 10.1,54.45 kieDenBal:9.8,54.9 10.6,54.8 11.4,54.6 12.1,54.6
     12.5,55 12.4,55.3 denSweBal`,
    `denSweSka 12.3,56.1 11.6,55.95 11,55.75 10.5,55.75 10.3,56 10.9,56.25 10.7,56.5 10.3,56.7 10.5,57.3 10.6,57.75 9.9,57.55 9.3,57.2
     denSkaNth:8.55,57.1 8.15,56.5 denNthHel:8.1,55.75 8.5,55.3 denKieHel:8.65,54.9 8.8,54.4 8.9,54 9.2,53.85 8.6,53.8 8.2,53.5 7.7,53.7
     kieHolHel:7.1,53.4 6.2,53.45 holHelNth:5.2,53.35 4.75,52.9 4.5,52.3 4,51.9 holBelNth:3.4,51.4 belNthEng:2.5,51.15
     belPicEng:1.8,50.95 1.55,50.6 1.5,50.15 0.8,49.9 0.2,49.7 picBreEng:0,49.4 -0.9,49.3 -1.25,49.5 -1.9,49.5 -1.6,49 -1.6,48.5
     -2.7,48.45 -3.6,48.6 -4.6,48.45 breEngMao:-4.9,48.2 -4.4,47.9 -3.3,47.6 -2.4,47.3 breGasMao:-1.9,46.7 -1.2,46.1 -1.1,45.5 -1.2,44.6
     -1.4,43.6 gasSpaMao:-1.9,43.35 -3.2,43.45 -4.6,43.45 -6,43.65 -7.7,43.75 -8.4,43.35 -9.2,43 -8.85,42.3 spaPorNorth:-8.8,41.85 -8.7,41
     -8.95,40 -9.5,38.8 -8.95,38.45 -8.8,37.9 -8.95,37 -8.1,37 porSpaSouth:-7.4,37.2 -6.7,37.05 -6.4,36.6 -6,36.15 gibraltar:-5.4,36.1
     -4.4,36.7 -3.2,36.7 -2.1,36.75 -1.6,37.4 -0.7,37.65 -0.4,38.4 0.2,38.8 -0.3,39.4 spaWesLyo:0.3,40.4 1,41.05 2.2,41.4 3.1,41.9
     spaMarLyo:3.15,42.5 3.1,43.05 3.9,43.5 4.8,43.4 5.6,43.15 6.5,43.2 marPieLyo:7.4,43.75 8.2,44 8.9,44.4 pieTusLyo:9.8,44.15 10.3,43.7
     tusLyoTys:10.5,43 11.1,42.5 tusRomTys:11.6,42.2 12.2,41.75 12.9,41.3 romNapTys:13.6,41.2 14.2,40.8 14.8,40.55 15.3,40.1 15.8,39.9
     16.1,39.2 15.9,38.6 napTysIon:15.65,37.95 16.2,37.9 16.6,38.4 17.15,39 16.7,39.5 16.6,40 napApuIon:16.95,40.45 17.5,40.25 18.1,39.85
     apuIonAdr:18.5,40.05 18.1,40.65 17.1,41.1 16.1,41.45 16.2,41.85 15.4,41.95 apuVenAdr:14.6,42.3 13.9,42.9 13.5,43.6 12.6,44.05
     12.3,44.7 12.35,45.3 13,45.6 venTriAdr:13.6,45.75 13.5,45.2 13.9,44.85 14.4,45.25 15,44.6 15.6,43.8 16.6,43.35 17.6,42.9
     triAlbAdr:18.6,42.3 19.4,41.8 19.4,41.1 albIonAdr:19.3,40.45 19.9,39.9 albGreIon:20.2,39.55 20.8,39 21.1,38.4 22.2,38.4 23.1,38.2
     23,37.95 22.2,38.1 21.5,38.15 21.3,37.7 21.6,37.1 22,36.7 greIonAeg:22.6,36.4 23.1,36.5 22.9,37.3 23.5,37.4 23.2,37.8 23.7,37.9
     24.1,37.7 24.1,38.2 23.4,38.6 22.9,38.9 23.2,39.3 22.8,39.8 22.8,40.4 23.4,40.25 23.9,39.95 24.2,40.2 23.8,40.55
     greBulAeg:24,40.75 24.9,40.95 bulConAeg:26,40.8 26.7,40.5 26.2,40.1 26.1,39.6 conSmyAeg:26.8,39.3 26.8,38.8 26.3,38.3 27.2,37.8
     27.3,37.1 smyAegEas:28.1,36.7 29.1,36.3 30.3,36.35 30.7,36.85 31.8,36.3 32.8,36.05 34,36.3 34.8,36.75 35.7,36.8 smySyrEas:36.1,36.3
     35.8,35.4 35.9,34.6 35.4,33.8 35,32.8 34.6,31.8 gaza:34.2,31.2`,
    // The Black Sea with the Sea of Azov, from the Bosporus and back to it.
    `bulConBla:28,41.95 28.5,41.45 29.2,41.2 30.3,41.15 conAnkBla:31.3,41.3 32.3,41.75 33.4,42 35.1,42 36,41.6 36.8,41.25 38,41
     ankArmBla:39.4,41.1 40.6,41.15 41.5,41.6 armSevBla:41.55,42.5 40.8,43.1 39.5,43.7 38.3,44.4 37.2,44.9 36.9,45.3 37.8,46 38.4,46.7 39,47.15
     37.6,47 35.4,46.4 34.9,46 35.5,45.4 36.4,45.35 35.4,45 34.3,44.5 33.4,44.6 33.5,45.1 32.6,45.4 33.5,46 32.2,46.4 31.3,46.6
     30.7,46.3 sevRumBla:30.2,45.8 29.7,45.2 28.8,44.6 rumBulBla:28.6,43.8 28,43.2 27.6,42.6 bulConBla`,
    // Great Britain.
    `clyNaoNwg:-5,58.65 clyEdiNwg:-3.9,58.6 ediNwgNth:-3,58.6 -3.8,57.8 -3.2,57.7 -1.8,57.65 -2.1,57 -2.7,56.4 -3.3,56.05 -2.4,56
     ediYorNth:-1.6,55.4 -1.3,54.7 -0.3,54.3 0.1,53.6 0.35,53.15 yorLonNth:0.2,52.9 1.2,52.95 1.8,52.6 1.5,51.9 0.8,51.5
     lonNthEng:1.45,51.25 0.9,50.9 0.1,50.75 -1,50.75 lonWalEng:-1.9,50.65 -2.5,50.6 -3.2,50.65 -3.7,50.35 -4.3,50.5 -5.1,50.1
     walEngIri:-5.8,50.2 -5,50.7 -4.4,51.1 -3.2,51.2 -2.6,51.65 -3.4,51.4 -4.3,51.6 -5.2,51.8 -4.5,52.2 -4,52.6 -4.7,52.85 -4.4,53.35
     walLvpIri:-3.2,53.35 -3,53.7 -2.8,54.1 -3.5,54.5 -3.2,54.95 -4.2,54.75 lvpIriNao:-5.1,54.85 -4.7,55.4 lvpClyNao:-4.8,55.85
     -5.6,55.4 -5.5,56.2 -6.2,56.7 -5.6,57.3 -5.8,57.9 clyNaoNwg`,
    // Africa.
    `rimMorocco:-22,20 -13.5,27.8 -10,29.8 -9.7,31.3 -8.5,33.3 -6.8,34.2 -6,35.6 ceuta:-5.4,35.75 -4.6,35.2 -3,35.25 -2,35.1 -1,35.75 0.3,36.2
     2,36.65 3.6,36.85 5.2,36.75 6.6,37 nafTunWes:7.9,37 tunWesTys:9.3,37.3 10.2,37.15 10.4,36.85 tunTysIon:11.05,37.05 10.6,36.3 10.7,35.7
     11.1,35.2 10.3,34.5 10.2,34 10.9,33.6 tunLibya:11.6,33.1 13.2,32.85 14.6,32.4 15.5,31.7 16.5,31 18.6,30.5 20,30.9 20,32 21.6,32.9
     libyaIonEas:23,32.5 24.5,31.9 27,31.2 29.5,30.9 31,31.5 32.3,31.2 gaza`,
  ],
  landBorders: [
    // Scandinavia
    'nwyStpBar 30,69.5 finNwyStp:29,69.05',
    'finNwyStp 27.6,69.9 25.8,69.3 24,68.7 22,69.1 finNwySwe:20.6,69',
    'finNwySwe 22.8,68 23.7,67 sweFinBot',
    'finNwySwe 18.2,68.2 16.2,67.2 14.6,65.8 13.9,64.5 12.4,63.5 12.2,62 12.5,61 11.9,60 nwySweSka',
    'finNwyStp 28.8,68.2 29.9,67 29.6,65.6 30.2,64.2 31.2,62.8 29.8,61.5 finStpBot',
    // The British Isles
    'clyEdiNwg -4.2,57.7 -4.1,56.8 clyEdiLvp:-3.9,55.95',
    'clyEdiLvp lvpClyNao',
    'clyEdiLvp -3.1,55.5 ediLvpYor:-2.5,55.1',
    'ediLvpYor ediYorNth',
    'ediLvpYor -2.2,54.3 -2,53.6 lvpWalYor:-2.3,53',
    'lvpWalYor walLvpIri',
    'lvpWalYor -2.1,52.6 lonWalYor:-1.7,52.3',
    'lonWalYor -0.7,52.5 yorLonNth',
    'lonWalYor -1.9,51.5 lonWalEng',
    // Iberia and France
    'spaPorNorth -8.1,42.05 -6.7,41.9 -6.3,41.4 -6.9,40.8 -7,39.7 -7.2,38.9 -7,38.2 porSpaSouth',
    'gasSpaMao -0.7,42.85 gasMarSpa:0.7,42.75',
    'gasMarSpa 1.9,42.45 spaMarLyo',
    'gasMarSpa 1.3,43.4 2.2,44.1 gasMarBur:2.9,44.9',
    'gasMarBur 2.7,45.7 gasParBur:2.5,46.4',
    'gasParBur 1.4,46.5 breGasPar:0.4,47.1',
    'breGasPar -0.6,46.95 breGasMao',
    'breGasPar 0.2,47.8 brePicPar:0.6,48.8',
    'brePicPar picBreEng',
    'brePicPar 1.7,49.15 2.8,49.1 picParBur:3.9,49.05',
    'picParBur 3.9,48.2 3.3,47.5 2.9,46.9 gasParBur',
    'picParBur belPicBur:4.3,49.7',
    'belPicBur 3.5,50.15 2.6,50.45 belPicEng',
    'belPicBur 5.3,49.6 belBurRuh:6.2,49.7',
    'gasMarBur 4,45.3 5.2,45.7 marBurSwi:6.2,46.2',
    'marBurSwi marPieSwi:7,45.9',
    'marPieSwi 6.7,45.1 7,44.4 marPieLyo',
    'marBurSwi 6.8,47 burMunSwi:7.6,47.6',
    'burMunSwi 8.6,47.75 munTyrSwi:9.6,47.5',
    'munTyrSwi 9.6,47 pieTyrSwi:10.4,46.6',
    'marPieSwi 8.2,46.3 9,45.9 pieTyrSwi',
    // The Low Countries and Germany
    'belBurRuh 6.1,50.3 belHolRuh:5.9,50.95',
    'belHolRuh 5.2,51.35 4.3,51.45 holBelNth',
    'belHolRuh 6.1,51.6 holKieRuh:6.9,52.1',
    'holKieRuh 7,52.7 kieHolHel',
    'holKieRuh 8,52.2 8.9,51.9 kieRuhMun:9.3,51.4',
    'kieRuhMun 8.8,50.5 8.4,49.7 burRuhMun:7.7,49.1',
    'belBurRuh 6.9,49.3 burRuhMun',
    'burRuhMun 8,48.7 7.6,48.1 burMunSwi',
    'kieRuhMun 10.1,51.5 kieBerMun:11,51.6',
    'kieBerMun 11.1,52.4 10.9,53 11.3,53.5 berKieBal',
    'kieBerMun 12.2,51.3 berMunSil:13.4,51.3',
    'denKieHel 9.2,54.95 kieDenBal',
    'berMunSil munBohSil:14.6,50.95',
    'berMunSil 14.4,51.9 15,52.5 berPruSil:15.8,52.8',
    'berPruSil 15.9,53.4 pruBerBal',
    'berPruSil 16.8,52.4 pruSilWar:17.8,52.3',
    'pruSilWar 18.8,52.8 20,53.2 21.5,53.4 22.4,54 pruWarLvn:22.8,54.6',
    'pruWarLvn 22.3,55.3 lvnPruBal',
    'pruSilWar 18.2,51.3 18.8,50.7 silWarGal:19.1,50.3',
    'silWarGal bohSilGal:18.7,49.8',
    'bohSilGal 17.7,50.25 16.7,50.2 15.8,50.75 munBohSil',
    // Austria-Hungary
    'bohSilGal bohGalVie:18.3,49.4',
    'bohGalVie 17.1,48.9 15.8,48.95 bohTyrVie:14.7,48.6',
    'bohTyrVie munBohTyr:13.5,48.7',
    'munBohTyr 12.7,49.3 12.2,50.1 13.2,50.5 munBohSil',
    'munBohTyr 12.9,47.9 11.7,47.5 10.5,47.5 munTyrSwi',
    'bohTyrVie 14.4,47.8 14.2,47.2 tyrVieTri:14.4,46.7',
    'tyrVieTri tyrVenTri:13.3,46.55',
    'tyrVenTri 12.3,46.5 11.5,46.1 pieTyrVen:10.6,45.9',
    'pieTyrVen pieTyrSwi',
    'pieTyrVen 10.3,45.2 pieTusVen:10.3,44.6',
    'pieTusVen pieTusLyo',
    'pieTusVen 11.3,44.25 12,43.8 tusRomVen:12.4,43.2',
    'tusRomVen 12.1,42.6 tusRomTys',
    'tusRomVen 13.1,42.9 romApuVen:13.6,42.3',
    'romApuVen apuVenAdr',
    'romApuVen 14.1,41.8 romNapApu:14.4,41.5',
    'romNapApu romNapTys',
    'romNapApu 15.2,41.05 15.9,40.7 napApuIon',
    'tyrVenTri 13.5,46.1 venTriAdr',
    'tyrVieTri 15.4,46.65 vieTriBud:16.4,47',
    'vieTriBud 17.1,46.2 18.3,45.7 triBudSer:19.3,45',
    'vieTriBud 16.8,47.7 17.4,48.1 18.2,48.6 vieBudGal:19.2,49.2',
    'vieBudGal bohGalVie',
    'vieBudGal 20.4,49.3 22,49 23.4,48.2 24.4,47.8 galBudRum:25.2,47.7',
    'galBudRum 26.1,46.8 26.3,45.9 25.3,45.5 23.6,45.3 budRumSer:22.5,44.9',
    'budRumSer 21.3,45 20.4,44.9 triBudSer',
    // The Balkans
    'triBudSer 19.2,44.1 19.4,43.4 triAlbSer:19.9,42.8',
    'triAlbSer 19.2,42.7 triAlbAdr',
    'triAlbSer 20.6,42.1 20.7,41.4 albGreSer:20.9,40.9',
    'albGreSer 20.8,40.2 albGreIon',
    'albGreSer 21.9,41.1 greBulSer:22.9,41.35',
    'greBulSer 23.6,41.3 greBulAeg',
    'greBulSer 22.5,42.3 22.9,43.2 serBulRum:22.6,44.1',
    'serBulRum budRumSer',
    'serBulRum 23.6,43.8 25.4,43.65 27,44.05 rumBulBla',
    'bulConBla 26.9,42.05 26.4,41.6 bulConAeg',
    // Eastern Europe
    'galBudRum rumGalUkr:26.3,48.3',
    'rumGalUkr 27.6,48.4 rumUkrSev:28.8,47.9',
    'rumUkrSev 29.4,46.9 sevRumBla',
    'rumGalUkr 26,49.3 25.3,50.2 galWarUkr:24.5,50.7',
    'galWarUkr 23.5,50.55 22,50.7 20.6,50.3 silWarGal',
    'galWarUkr 24.6,51.6 26,52.2 warUkrMos:27.2,52.7',
    'warUkrMos 26.7,53.6 warLvnMos:26,54.2',
    'warLvnMos 24.3,54.2 pruWarLvn',
    'warLvnMos 27.6,55.2 28.3,56.2 lvnStpMos:28.1,57',
    'lvnStpMos 27.5,58 stpLvnBot',
    'lvnStpMos 31,57.4 34,58.3 38,59 43,59.7 50,60.4 60,60.6 rimUral:90,58',
    'warUkrMos 30,52.5 33,52 35.3,51.1 ukrMosSev:36.4,50.2',
    'ukrMosSev 35.5,49 33.5,48.3 31,48.1 rumUkrSev',
    'ukrMosSev 39,50.9 42,51.3 46,51.6 51,51.5 60,51 rimEmba:85,46',
    // Asia Minor
    'armSevBla 43.5,42.5 46,41.8 49,41 58,39.5 rimKura:80,32',
    'conAnkBla 31.2,40.6 conAnkSmy:30.6,40',
    'conAnkSmy 29,39.5 27.6,39.5 conSmyAeg',
    'conAnkSmy 32.5,39.3 35,39 ankArmSmy:37.3,39.4',
    'ankArmSmy 38.6,40.2 ankArmBla',
    'ankArmSmy 37.8,38.4 armSmySyr:38.6,37.6',
    'armSmySyr 37.2,36.9 smySyrEas',
    'armSmySyr 41,37.3 44,36.8 49,35.5 57,33 rimTigris:75,24',
    // Africa
    'nafTunWes 8.3,36 8,34.8 8.4,33.4 9.2,31.5 rimSahara:9.5,15',
    'tunLibya 10.8,31.5 rimLibya:10.6,15',
    'gaza 34.7,30 rimSinai:38,15',
  ],
  seaBorders: [
    'nwyBarNwg 21,73.5 rimArctic:8,84',
    'nwyNwgNth 1,61.3 -1.6,60.1 ediNwgNth',
    'clyNaoNwg -7.5,61.3 -13,64 -20,66 rimGreenland:-60,72',
    'lvpIriNao -6.6,54.8 iriNaoMao:-9.8,52.3',
    'iriNaoMao -13,51.5 -20,50.5 rimAtlantic:-60,44',
    'iriNaoMao -8.6,50.4 engIriMao:-6.8,49.4',
    'engIriMao walEngIri',
    'engIriMao breEngMao',
    'belNthEng 1.9,51.35 lonNthEng',
    'denNthHel 6.6,55.3 5.4,54.5 holHelNth',
    'nwyNthSka denSkaNth',
    'sweBotBal 21,59.2 lvnBotBal',
    'gibraltar ceuta',
    'spaWesLyo 3.2,40.6 6.2,40.9 wesLyoTys:9.1,41.1',
    'wesLyoTys 9.4,42.6 tusLyoTys',
    'wesLyoTys 8.9,39.2 tunWesTys',
    'tunTysIon 12.4,37.6 14,37.5 napTysIon',
    'apuIonAdr albIonAdr',
    'greIonAeg 23,35.8 ionAegEas:23.7,35.2',
    'ionAegEas 25,35 26.2,35.2 27.4,36 smyAegEas',
    'ionAegEas libyaIonEas',
  ],
  rim: [
    'rimPechora 110,64 130,60 120,50 100,52 rimUral rimEmba 92,38 rimKura 85,28 rimTigris 70,12 rimSinai',
    'rimPechora 100,80 rimArctic -40,82 rimGreenland -70,60 rimAtlantic -60,20 rimMorocco',
    'rimMorocco -8,10 rimSahara rimLibya 25,10 rimSinai',
  ],
  islands: [
    // Ireland
    '-6,52.2 -7,52.15 -8.4,51.75 -9.6,51.55 -10.2,52.1 -9.4,52.7 -9.2,53.2 -10,53.5 -9.9,54.2 -8.6,54.3 -8.6,54.75 -8.1,55.15 -7.2,55.3 -6.1,55.2 -5.6,54.6 -6.1,54 -6.1,53.2',
    // Iceland
    '-22.5,63.9 -20.3,63.6 -18.8,63.45 -16.4,63.9 -14.4,64.6 -13.7,65.2 -15,66.2 -17.5,66.1 -20,66 -22,66.4 -24,65.6 -22,65.3 -23.8,64.8 -22,64.4',
    // Corsica, Sardinia, Sicily, Malta's neighbourhood left out
    '9.4,43 9.5,42.2 9.25,41.45 8.8,41.7 8.6,42.3 9,42.7',
    '9.2,41.2 9.75,40.8 9.7,39.8 9.5,39.15 9,39.05 8.5,38.95 8.5,40 8.25,40.7 8.7,40.9',
    '15.55,38.25 14.6,38.05 13.4,38.15 12.5,38 12.5,37.6 13.5,37.1 14.5,36.75 15.1,36.7 15.2,37.3',
    // Crete, Cyprus, Rhodes, Euboea
    '23.6,35.5 24.3,35.3 25.3,35.3 26.2,35.2 26,34.95 24.8,34.9 23.6,35.2',
    '32.4,34.75 33.1,34.6 34,34.95 34.5,35.6 33.3,35.35 32.5,35.1',
    '27.8,36.1 28.2,36.45 28.1,36',
    '25.9,39.25 26.5,39.3 26.5,39 26,39.05',
    // The Balearic islands
    '2.5,39.55 3.1,39.95 3.45,39.7 3.1,39.3',
    '1.3,38.9 1.5,39.05 1.6,38.95',
    '4,40.05 4.3,40 4.2,39.85',
    // The Baltic
    '18.2,57 18.3,57.6 19,57.9 18.8,57.4',
    '21.9,58.1 21.9,58.5 22.8,58.6 23,58.35',
    '22.4,58.75 22.6,59.05 23,58.9',
    '14.7,55.1 14.9,55.25 15.1,55.05',
    '19.7,60.1 19.8,60.4 20.3,60.3 20.1,60.05',
    // Round Scotland
    '-7.4,57.1 -6.9,58.2 -6.2,58.4 -6.6,57.8',
    '-1.5,60 -1.6,60.5 -0.9,60.7 -1.1,60.1',
    '-3.3,58.95 -3.1,59.25 -2.6,59.1 -2.8,58.85',
    '-4.7,54.1 -4.4,54.35 -4.4,54.15',
    '-7.3,62 -6.7,62.3 -6.5,61.9',
  ],
  lakes: [
    // Ladoga, Onega, Peipus
    '31,59.95 30.3,60.8 30.6,61.5 32,61.2 32.9,60.5 32.2,60.1',
    '34.6,61.1 34.6,62.2 35.4,62.6 36.2,61.6 35.6,60.95',
    '27,58.9 27.8,58.7 27.9,58.1 27.4,58.3',
    // Vänern, Vättern
    '12.5,58.7 13,59.3 13.9,58.9 13.3,58.55',
    '14.2,57.9 14.5,58.6 14.8,58.5',
    // Marmara, the Zuiderzee
    '27.1,40.5 27.6,40.9 28.5,40.95 29.3,40.75 28.8,40.45 27.9,40.4',
    '5.1,52.45 5.1,52.95 5.6,52.9 5.7,52.55',
    // The Caspian
    '47,45.2 48.5,46.4 51,46.9 53,46.8 53,45.2 51,44.5 52,42.5 53,41 54,39.5 53.8,37 51,36.6 49,37.5 49,39 49.6,40.3 48.4,42 47.5,43 47.6,44.2',
  ],
  straits: [
    '29.3,40.75 29.05,41 29.2,41.4',
    '27.15,40.52 26.7,40.3 26.1,39.95',
    'denSweSka denSweBal',
    '9.95,54.93 9.65,55.3 10,55.6 10.33,55.86',
    '10.95,55.72 11.05,55.3 11,54.72',
  ],
};
