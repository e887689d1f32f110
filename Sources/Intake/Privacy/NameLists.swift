/// Names that people in the Netherlands have, from many origins, in lower case and without accents. No list is complete: what is not in it
/// is found by a title, initials or a word such as *kandidaat* before it, or not at all.
enum NameLists {
    /// First names that are hardly ever anything else.
    static let firstNames: StaticString = """
        aad aafke aagje aaldert aaliyah aaron aart aartje abbas abdel abdelaziz abdelhamid abdelkader abdelkarim
        abdellah abdelmajid abdi abdirahman abdo abdoul abdul abdulkadir abdullah abdurrahman abebe abel abeltje
        abigail abir abraham abram achiel achmed achraf ada adam adel adelheid adeline adem adil adis adjoa adnan adri
        adriaan adriaantje adrian adriana adrianus adrie aebe aeltje afia afra agata agatha agnes agnieszka agnieta
        ahlam ahmad ahmed ahmet aicha aida aiden aimee aisha aissa aisyah ajay akbar akke akram alaa alain alan alana
        albert alberta alberto albertus aleid aleida aleksandar aleksandra aleksei alessandro alessia alette alex
        alexander alexandra alexia alexis alfons alfred ali alicia alicja alida alie alieke alies aline alisha alissa
        alistair aliya aliyah alma alois aloysius alwin alya alyssa amal amalia amanda amar amara amarens ambrosius
        amel amelia amelie amin amina aminata amine amir amira ammar amr amy ana anas anass anastasia anastasiia
        anatoli andre andrea andreas andrei andrew andrey andries andrij andriy andrzej andy aneta anett angela
        angelina angelique angelo aniek anika anil anisa anisha anissa anita anja anjali anje anke ann anna annabel
        annabelle anne annechien annefleur anneke annelieke annelien annelies annelore annemarie annemarijn annemarth
        annemiek annemieke annemijn annet annetta annette annick annie anniek annigje annika anouar anouk ans anselm
        ansje anthonie anthony antje antoine antoinette anton antoni antonia antonie antonio antonius antoon anuar
        anwar aphrodite appie arabella araya archibald ard arda arendina ariadne ariana arianne arie ariel arif arina
        aris arjan arjen arjun arjuna arkadiusz arlette armand armando armin arnaud arne arno arnold arnoldus arnout
        aron arslan arthur arti artur arturo arwen arwin aryan asha ashley ashraf asiya asli asma asmae asmara assia
        astrid atie auke aukje aurelia avraham awa axel aya ayaan ayan ayat ayden aylin ayman aymane aynur ayoub ayse
        aysegul aysel aysenur ayten ayub azad aziz aziza azra babette badr badria bahar bahia baran barbara barend
        barry bart bartek bartel barteld bartholomeus bartlomiej bas bashar basil basma bassam bastiaan bauke beata
        beatrice beatrijs beatrix bekir belinda benedict beniamino benito benjamin benjamina bennie benny bente benthe
        bep berat berber berend berendina berendje berhane berivan berkay bernadet bernadette bernard bernardus bernd
        bernhard berry bert bertha berthold bertie bertina bertrand bertus bessel betsie betsy bettie bettina betty
        bianca bibi bilal billie billy binyam birgit birgitta bjarne bjorn blanca boaz bob bobby bode bodhi bogdan
        bohdan bohdana boris boudewijn boukje bradley brahim bram brandon branko brecht brechtje breggie brenda brenna
        brent brian brigit brigitta brigitte britt britta bruno bryan burak burcu busra caitlin calvin camiel camila
        camilla camille canan candice carel caren carin carina carla carlijn carlo carlos carmen carola carolien
        carolina caroline carsten casimir caspar casper cassandra catalina catharina catharinus cathelijne catherine
        cathy cecile cecilia cees cem cemal cemile cengiz ceren cevdet ceylin chaima chaimae chaja chandni chanel
        chantal charis charlene charles charley charlie charlotte chayenne chelsea cheyenne chiara chloe chris christa
        christel christi christiaan christian christiana christien christiene christina christine christoffel
        christophe christopher chun cigdem cindy ciska claartje claire clara clarissa clasien claudia claudio cobie
        coby coen coenraad colette colin collin connie conny constantijn constantin cora coralie cordelia corina
        corine corinna corinne cornald corne cornelia cornelis cornelius corrie corry corstiaan cosmin cristian
        cristiana cristina curtis cynthia cyriel czeslaw daan daantje daisy dalia dalila damian damien damla dana
        daniel daniela daniella danielle danique danny dante danuta daphne dara daria darius dariusz darko darya
        daryna daud dave david davina davy dawid dawit debbie deborah deepak deline demi demian demir denise deniz
        dennis denny derk derya desire desiree deveraux devi devika devin devon dewi dian diana diane dianne diantha
        dicky diede diederick diederik diego dieke dieneke dieter dieuwer dieuwertje dieuwke dilan dilara dilek dille
        dima dimitri dina dineke dion dionne dirkje ditte diyar djamila djoeke djoerd dmitri dmytro doede dolf dolores
        dominik dominique donald donny dora doreen dorian dorien dorina dorine doris doro dorota dorothea dorothee
        dorus douglas dounia douwe douwine driek drikus duco duncan dunja duuk dwayne dwight dylan dylano ebba ebel
        ebru ebubekir ecrin eddie eddy edgar edip edith edmund eduard edward edwin eef eefje eefke eelco eelke eeltje
        efraim egberdina egbert egbertus ehsan eileen eitan ela eleanor elena eleni eleonora elfi elfriede elham
        eliana elias elif elihu elin elina eline elisa elisabeth elise eliza elizabeth ella elle ellen ellie elly elma
        elmar elmas elmer elodie elroy elsa elsbeth elselien elsemieke elsje elske elvan elvira elvis elwin elzbieta
        elze emanuel emel emiel emil emile emilia emiliano emilie emily emine emma emmanuel emmelien emmy emre ender
        enes engelbert engelina ennio enno enrico enrique enver ephrem eric erica erik erika erkan ernest erol errol
        ertugrul erwin esila esma esmanur esmee esmeralda esra estelle estera esther eszter etienne eugene eugenia
        eunice eva evan evangelia evelien eveline evelyn evert evertje evgeny evi evie evita evy ewa ewald ewelina
        ewoud ewout ezgi ezra faas fabian fabienne fabio fadi fadil fadila fadime fadoua fadumo fahad fahd faisal
        faiza faizel falco falko famke fanny farah fardin farhad farhan farid farida faridah faris farouk fathi fathia
        fatih fatiha fatima fatimah fatimata fatma fatmanur fatme fatou fatouma fatoumata faustina fay faye faysal
        febe fedde federica felicia felicity felina feline felipe femke femmie fenna fenne fenneke feras ferdi
        ferdinand ferdinandus ferhat ferit fernanda fernando feyza fieke fiene filip filippa filippo filiz filmon finn
        fiona firas firat fleurtje floortje florentine florian floris fokke folkert folkje fons foppe fouad fouzia
        francesca francesco francien franciena francina francis francisca francisco franciscus franck francois
        francoise franjo franka franke frankie franklin fransje franziska fred freddy frederica frederik frederike
        frederique freek freerk frens freya frieda friedrich friso frits froukje fuat funda furkan gabi gabriel
        gabriela gabriella gabrielle gaby galina gamze gea geert geerte geertje geertruid geertruida geesje geeske
        genoveva george georgina georgios gerald geraldine geralt gerard gerarda gerardina gerardus gerben gerbert
        gerbrand gerbrich gerda gerdien gerdina gerhard gerhardus germaine gerrie gerrit gerritdina gerritje gerry
        gert gertie gertjan gertrude gertruida gertruud gerwin geziena ghada ghislaine ghizlane gideon giel gielke
        gieltje gijs gijsbert gijsberta gijsbertus gilbert gilles gina gineke giorgio giovanna giovanni gisela giselle
        gitta giulia giuseppe gizem gladys glenda glenn gonda gonny goran gosia govert gradus graham grazia grazyna
        greet greetje gregor gregory greta gretha grethe grietje grzegorz guido guillaume guillermo gulay gulcan guled
        guler gulhan gulistan gulnaz gulsah gulsen gulsum gunay gunes gunnar gunter gurbet gurpreet gustaaf gustav
        guus guusje gwen gwendolyn hacer haci hadassah hadewych hadi hadia hadjar hafid hafida hafsa haidar hailey
        hajar hakan hakim hakima hala halil halima halimo halina hamdi hamid hamida hamit hamza hana hanae hanan hande
        hanke hanna hannah hanne hanneke hannelore hannes hannie hanny hans hansje harald haris harm harma harmen
        harmina harmke harold harrie harriet harry hartger harun harvey hasan hashim hasna hasnae hassan hassen hatice
        hatim haydar hayden hayriye hector hedda hedwig hedy heidi heike heiko heiltje heimen heino heinrich heiny
        helena helene helga hella helma helmi helmut henderika hendrica hendricus hendrik hendrika hendrikje hendrikus
        hendrina henk henkie henna hennie henny henri henrica henrietta henriette henrike henrique henry henryk
        henryka herbert heriberto herma herman hermanus hermien hermina hermine hester hetty hewan hiba hibo hicham
        hidde hielke hijlkje hilal hilbert hilda hilde hildegard hillechien hillegonda hiltje hinke hiske hodan hubert
        huberta hubertus huda hugo huib huibert huig hulya humberto huseyin hussein hyacinth iain ian ibo ibrahim
        ibrahima ida idris idriss igor ihsan ikram ilaria ilham ilhan ilias iliass ilja ilke ilknur ilona ilse iman
        imane imke imran imre ina inaya inci indira ineke ines inga inge ingeborg ingmar ingrid inka inna inoque inti
        ioana ioannis iqbal irem irena irene irenka irfan irina irma irmak irmgard iryna isa isaac isaak isabel
        isabella isabelle isaiah ishaan ishak isis iskander ismael ismail ismet israa issa issam ivan ivana ivanka
        ivar ivo ivona ivonne ivy iwan iwona iza izaak izabela izabella jaap jaapjan jabir jacco jack jackie jacky
        jaco jacob jacoba jacobien jacobina jacobus jacomina jacqueline jacques jacub jaden jadranka jadwiga jafar
        jaime jaimy jake jakob jakub jalal jamaal jamal jamel james jamie jamil jamila jamilla jan jana jane janet
        janetta janieke janien janine janique janis janita janke janna janne janneke jannes jannetje jannie jannigje
        janny jantien jantina jantine jantje janusz jara jari jarno jaroslav jaroslaw jasmijn jasmin jasmina jasmine
        jason jasper javier jayda jayden jaylinn jayson jean jeanet jeanette jeanine jeanne jeannet jeannette jeannine
        jeffrey jelena jelka jelle jelmer jelte jenna jennifer jenny jens jente jeremias jeremy jeroen jerome jerrel
        jerry jerzy jesper jesse jessica jessie jessy jetske jette jetty jihad jihane jikke jill jim jimmy jinthe
        jitse jitske joan joana joanna joanne joannes joao jobien jochem jochen jochum jody joe joel joelle joep joeri
        joery joey johan johanna johannes johannis john johnny jolan jolanda jolanta jolanthe jolein jolene jolie
        jolien jolijn joline jolle jonah jonas jonathan jonna jonne joop joost jopie jordi jordy jorge jorien jorik
        jorinde jorine joris jorn jorrit jort joscha jose josee josef josefa josefien josefina joseph josephina
        josephine josephus josette josey joshua josien josina josje joske jouke joukje joyce jozef jozefa jozien jozua
        juan juanita juda jude judith judy jules julia julian juliana juliane juliano julie julien juliette julio
        julius jurgen jurian jurjen jurre jurriaan jurrian justin justine justus justyna jutta juul jytte kacper
        kadija kadir kadriye kai kaja kalid kalina kalthoum kamal kamala kamiel kamil kamila kamilla kamran karel
        karen karien karim karima karin karina karine karl karla karlien karlijn karol karolien karolina karsten kasia
        kasim kasper katarina katarzyna kate kateryna kathalijne katharina kathelijne katherine kathinka kathleen
        kathryn katia katie katinka katja katleen kato katrien katrin katrina katy kaylee kayleigh kazimierz keano
        kees keesje keimpe keith kelly kelsey kemal kemil kenan kendall kenneth kenny kenza kerem kerim kerstin ketut
        kevin khadija khadra khaled khalid khalida khalil kian kidane kiki kim kimberley kimberly kimmy kiran kirsten
        kirsty kishan kjell klaas klaasje klaaske klara klasien klaudia klaus klazien klazina kobus koen koenraad
        koert konrad konstantin koos koosje korneel kornelia kornelis korrie korstiaan kostas krijn krijntje krishna
        kristel kristiaan kristian kristien kristin kristina kristine kristof krystian krystyna krzysztof kuba kubra
        kumar kyan kyano kyara kyle kylian kyra lafi laila lale lalla lama lamia lamyae lana lara larissa lars larysa
        latif latifa latisha laura lauren laurence laurens laurent laurentius lauretta laurien laurina lavinia layla
        leah leandra leandro leanne leena leendert leentje leida leila leilani lena lenn lennard lennart lenneke
        lennert lenny leny leo leon leona leonard leonardo leonardus leonhard leonie leonieke leonora leontien leopold
        lerato leroy lesley leslie leticia letty levi levy lex leyla lia liam liana lianne lidewij lidia lidwien lidy
        lieke lienke lies liesbeth lieselot lieselotte liesje lieven lilia lilian liliana liliane lilly lily lina
        linda lindsay lindsey lineke linette linn linsey lionel liora lisa lisanne lisbeth lise liselotte liset
        lisette lisha lissa liudmyla liv livia livio liz liza lizanne lize lizet lizette lizz lizzy ljiljana lobke
        lodewijk loek loes loesje lois lola lora lore loreen lorena lorenz lorenzo loretta lorraine lotfi lotje lotte
        lottie loubna louis louisa louise lourens lous louwrens lowie lubna lubomir luca lucas lucia lucian luciana
        luciano lucie lucien lucienne lucille lucinda lucy ludmila ludo ludovic ludwig luigi luis luisa luitzen luka
        lukas lukasz luke lut lutfi lutgard luuk luus lyana lyda lydia lynn lysander lysanne maaike maaren maarit
        maarten maartje maayke mabel machteld maciej mada madeleine madelief madelon mads magali magda magdalena magdi
        magnus magreet maha mahamed mahdi mahir mahmoud mahmut mahsa maik maike maikel maisha maite maja majda majella
        majid majken makenzie malak malcolm maleah malgorzata malia malik malika malin maloe malou mamadou manal mandy
        manel manfred manh manisha manju manoah manon manouk manuel manuela mara marc marcel marcelino marcella
        marcelle marcello marchien marcia marcin marco marcos marcus mareike marek maren margaret margareta margaretha
        margarita margit margo margot margreet margret margriet margrietha maria mariam mariama mariame mariana
        mariangela marianne marie mariecke marieke mariel mariele marielle marien mariette marij marija marijke marijn
        marijne marijntje marijs marika marike marilou marilyn marina marinka marinke marinus mario marion mariona
        marisa mariska marissa marit marita maritza marius mariusz marja marjan marjanne marjet marjo marjolein
        marjolijn marjon marjorie marko markus marla marleen marlene marlies marlin marlis marloes marlon marlou
        marnix marouane marrigje marrit marsel marsha marta martha marthe martien martijn martin martina martine
        martinus martje marton marwa marwan mary maryam maryan maryia maryna maryse mascha masha mason masoud mateo
        mateusz mathieu mathijs mathilda mathilde mathis matilda mats matteo matthe matthew matthias matthieu matthijs
        mattias maud maura maureen maurice maurits mauro maximiliaan maximilian maya mayra maysa mazen mees megan
        meggie mehdi mehmed mehmet mehmetcan meike meindert meine meinou meint meiske melanie melek melike melinda
        melis melisa melissa mellany melle melody menno meret merijn merle mert merve meryem meryl mesut metin metje
        mette mia micha michael michaela michal michalina michel michele micheline michelle michiel michon mick mickey
        mieke mien mienke mientje miep miguel mihaela mihai mijntje mikael mikail mike mikki mikolaj mila milana
        milena milica milo milou minke minou mira miranda mireille mirella miriam mirjam mirka mirko mirna miro
        miroslav miroslaw mirte mirthe mirza misha mitchel mitchell mohamad mohamed mohammad mohammed mohamud mohan
        monica moniek monika monique monir morad morgan morgane moritz morris moses moshe mostafa mostapha mouad
        moulay mounia mounir mounira mourad moussa muhammad muhammed muhammet mukaddes munir murad murat musa muslim
        mustafa mustapha mykhailo mykola myla mylene myra myriam myrna myrte myrthe mysha naaz nabil nabila nadezhda
        nadia nadieh nadim nadine nadira nadja naeem nafisa naim naima najat najib najim najima najoua nala nalan
        nancy nannette naomi naoual naoufal naoum narges narin naser nasim nasir nasira nasr nasra nasreen nasser
        nassim nassima nastya natalia natalie nataliia natalija nataliya natalka natan natascha natasha natasja
        nathalie nathan nathaniel natsnet naud nawal nawid nazan nazim nazli nechama neda nedim neeltje neil neleke
        nella nelleke nellie nelly nelson nena nesrin nesrine nevin newroz nezha ngoc nguyen nicholas nick nicky nico
        nicola nicolaas nicolai nicolas nicole nicolet nicolette nicolien nicoline niek niels nienke nigel nihal nihat
        nikki niklas niko nikola nikolai nikos nilay nilgun nils nilufar nilufer nimco nimo nina nino ninthe niranjan
        nisa nisrine nita nitin niyazi noa noah noam nobert noelle noemi noer nohaila nolan noni noor noortje nora
        norah norbert nordin noreen norma norman noud nouh nour noura nourdin nouredine nouri noush nout nuno nur
        nuray nurcan nurdan nurettin nurgul nurhan nuri nuria nursel nurten nynke obbe oda odette odilia oeds oene
        ofelia ogulcan okan okay okke oksana olaf olav oleg oleh oleksandr oleksandra oleksii olena olga olgu olha
        olin oliver olivia olivier olof omar onno oona orhan orlando orlin orsolya osama oscar oskar osman ottilie
        otto ouafae oualid oumaima oussama owen ozan ozcan ozge ozgur ozkan ozlem pablo padma pamela paolo pascal
        pascale pascalle patrice patricia patrick patrik patryk paul paula paulien paulina pauline paulo paulus pavel
        pawel pedro peggy pelin penelope pepijn perihan pernille petar peter petra petrie petronella petrus phil
        phileine philip philippe philomena pia pien pierre piet pieta pieter pieterdirk pieterjan pieternel
        pieternella pietje pim pinar piotr pippa plamen pleun pleuntje pola polina poppy prakash pranav prisca
        priscilla priya qassim quentin quincy quinn quinten quinty quirijn quirine rabia rabih rabiye rachel rachid
        rachida rachna radboud radek radha radoslaw raf rafael rafal rafik rafke ragna rahel rahim rahima rahma rahul
        rahwa raimond rainier raisa raja rajae rajesh rajiv rakesh ralf ralph ramazan rami ramin ramiro ramon ramona
        ramses ramzi rana randolph randy rania raoul raphael raquel rasha rashad rashid rashida rasim rasit rasmus
        raul ravi ravisha rayan raymond raynor razia rebecca rebekka recep redouan redouane reem refik reggie regina
        reginald regine reijer reimer reina reinder reindert reindina reineke reinhard reinier reinoud reint reintje
        reitze rejean rekha remco remi remko remon rena renaat renata renate rene renee rens renske renzo resit resul
        reyhan reza rhea rhianna rhonda ria riad rianne ricardo riccardo richard richie rick ricky rico rida ridouan
        riekie riekje rienk rieta rieuwert rifat rihab rik rika rikkert rikki riley rima rina rinke rinske rinus rishi
        risto rita ritchie ritsaart riyad roan rob robbert robbie robbin robert roberta roberto robertus robijn robin
        robrecht rocco rochelle rocio roderick roderik rodger rodney rodolfo rodrigo roel roeland roelf roelfien
        roelie roelien roelof roelofje roemer roger rogier rohan rohit roland rolf rolinda rolinka romain romana
        romano romee romeo romy ron ronald ronja ronnie ronny roosje roosmarijn rosa rosalia rosalie rosalien rosaline
        rosan rosanna rosanne rosaria roselien roselinde roseline rosemarie rosemarijn rosetta roshan rosie rosita
        rowan rowena roxana roxanne roy ruben rudi rudie rudolf rudy rufus rukiye rukmini rupert rutger ruth ruud
        ruurd ryan ryanne rylan ryszard saad saar saartje saba sabah sabien sabiha sabina sabine sabir sabri sabrina
        sacha sadaf sadia sadik sadiq saeed saeid safa safae safia safiya safiye safouane sahar sahin said saida saif
        saifullah sajid sakina salah salahuddin saleh salem salih saliha salim salima sally salma salman salome
        salomon sam samantha samar samed samer samet sami samia samiha samir samira sammie sammy samson samuel sana
        sanaa sanae sandeep sander sandra sandrine sandro sandy sangita sanjay sanne sannie santino sara sarah sarai
        saray sarina sarita sascha sasha saskia satish sauda saul savannah sayed scarlett schelte schelto scott sean
        sebas sebastiaan sebastian seda sedat sefa sefanja sefer seiko selahattin selam selamawit selda selena selim
        selin selina seline selma selman sem semhar semih semiha semra senada senait senn senna sepp serap seraphine
        serge sergei sergej sergio serhat serhii serife serkan serpil servaas seth sevda severine sevgi sevil sevim
        seyhan seyma sezer shabnam shadi shafiq shahid shahin shakila shakira shana shanaya shane shanice shanna
        shannon shanti sharda sharif sharon shaun shawn sheela sheila shelby shelly sherida sherin sherry shilpa shira
        shirin shirley shiva shivani shona shuaib siavash sibel sibren sico sid siebe siebrand siebren siegfried siem
        siemen sienna sierd sietse sietske sietze sifra siham sija sijbrand sijbren sijmen sijtje silas silke silvana
        silvano silvia silvie simeon simon simona simone sina sinan sindy sinem siobhan sipke siraj sirin siska sita
        sivan sixten sjaak sjaan sjaantje sjacco sjef sjeng sjoerd sjoerdje sjoerdtje sjon sjors sjouke sjoukje sjuul
        slavica slawomir snizhana sofia sofian sofiane sofie sofieke sofija sofyan sohail solange sollie soner sonia
        sonja sonny sophia sophie sophieke soraya soren souad soufian soufiane soukaina soumaya stan stanislav
        stanislaw stanley steef stef stefaan stefan stefana stefania stefanie stefano stefanos steffan steffen steffie
        stella sten stepan stephan stephane stephanie stephany stephen steve steven stien stientje stijn suad sudenaz
        suhaila sukru sule suleika suleiman sulejman suleyman sumaya sumeyra sumeyye suniel sunil sunita sunniva
        suresh suri surya susan susanna susannah susanne susie suus suzan suzanna suzanne suze suzette sven svenja
        svetlana svitlana swaen swannie swantje syb sybe sybil sybille sybren sylvain sylvana sylvester sylvia sylvie
        sylwia syrian syril szymon taha tahar tahir takehiro talha talia tallie tamar tamara tamer tamika tammo tania
        tanisha tanja tara taras tarek tarik tariq tarkan tasnim tassilo tatiana tatjana tatyana tayfun teddy teke
        tekle temur tenzin teo terence teresa terri terry tess tessa tessel tessie tetiana tetyana teun teuna teunie
        teunis teuntje teus thabo thalia thamar thami thea theo theodoor theodora theodorus theophile theresa therese
        theresia thibault thierry thies thijmen thijn thijs thirza thom thomas thor thorben thorsten tiago tibbe tibor
        tiddo tieme tiemen tiffany tigist tijl tijmen tijn tijs tilly tim timo timon timothy timur tina tineke tinka
        tinus tirza titia titus tjaard tjaart tjalling tjarko tjebbe tjeerd tjerk tjitske tjitte tobias toby todd
        tolga tom tomas tomasz tommie tommy tonnie tonny tony toos torben tosca treesje trientje trijnie trijntje
        trinette tristan troy trudie trudy truida truus truusje tsegay tsegaye tsehay tugba tunahan tuncay turan
        turgay turkan twan tycho tygo tyler tymen tyrone ubbo ugur ulrike umit umut unal ursula vajen valentijn
        valentin valentina valentino valentyna valeria valerie valeriia valery vanda vandana vanessa varvara vasil
        vasile vasilis vasyl vedat veerle velda velma vera verena verona veronica veronika veronique vesna vicente
        vicky victor vigo vijay viktor viktoria viktoriia vilma vinay vince vincent vincenzo violeta violetta virginia
        vita vitali vitalii vivian viviana vivianne vivienne vladimir vladislav vojtech volkan volkert volodymyr voula
        vuslat wael wahiba wahid waldemar waleed walid walter wanda wanita wannes warner warsame wassila wassim wazir
        wendela wendelien wendeline wendy werner weronika wesley wessie weyn wibe wichert wiebe wiebke wiebren wieger
        wieke wiep wies wieteke wietse wietske wijbe wijbren wijnand wijnanda wijntje wilbert wilco wilfred wilfried
        wilhelm wilhelmina wilhelmus wilko willeke willem willemien willemijn willemina willemke william williams
        willie willy wilma wilmer wilna wim wimjan winand winfried winnie witold wladyslaw wobbe wojciech wolfgang
        wolter wout wouter woutje wubbe wubbina wubbo wybe wytse wytske xander xandra xavi xavier xena yael yahya
        yakup yalda yali yan yana yanick yannick yannis yara yared yaren yaroslav yaroslava yasemin yaser yasin yasir
        yasmin yasmina yasmine yasser yassin yassine yassir yavuz yazan yehor yelda yelena yeliz yeshi yevhen yfke
        ying yinthe ylva ymkje yoeri yoka yoko yolanda yolanthe yonas yonca yoni yordanos yordi yorick yosef yoshua
        younes youness youri yousra youssef youssra yuksel yulia yuliia yuliya yunus yuri yurii yusra yusuf yvet
        yvette yvo yvon yvonne zaccharia zacharias zahia zahid zahir zahra zaid zaida zaina zainab zakaria zakia zala
        zamira zander zara zarife zarina zayd zayneb zbigniew zehra zekeriya zeki zekiye zelda zeliha zeljko zeno
        zewdu zeyd zeynab zeynep zhanna zhao ziad zihni zina zineb zinedine zita ziya ziyad zlata zoe zoey zofia
        zohair zohra zoltan zora zouhair zsofia zubeyde zuhal zuhra zuleyha zulfiye zuzanna zwaantje zwanet zwenneke
        """

    /// First names that are an ordinary word or a place too, and so need a surname behind them.
    static let doubtfulFirstNames: StaticString = """
        amber arend asia aurora beau belle ben bo broer cas cato clemens dan dani dean dex dick dirk donna dries eke
        elke els emir erna ernst felix fem ferry fien fleur flip floor flora franca frank frans gemma gloria grace
        grada gre gulden guy hava hayat hein helen hero ike indy iris islam jade jay jet jip job jordan joy kaj kay
        kick lea leen lei lien lieve lot luc luit luna luz maas mai mare mark mart martino max maxim maxime merel mika
        milan miles mina mo moos nada nadir nel nine noel nol nova ole olive omer ons opke patience pearl peer per
        prem puck puk raaf ram rein riet rijk roman roos ross ruby rune salam santiago santos sep sera siena sil stein
        sultan taco taylor ted tien ties ton toon trees tuba umar uwe victoria viola wander wessel wil will winston wisse
        wolf
        """

    /// Surnames that are hardly ever anything else, without `van`, `de` and the like.
    static let surnames: StaticString = """
        aalbers aarts abdi abdullahi acar adriaanse adriaansen akkerman akkermans aksoy alaoui albers alberts amrani
        andriessen ansems appelman arends arslan aslan autar aydin backer baidjoe bakema bakhuis bakkali baks barends
        bartels bastiaansen beekhuis beekman benali berends berendsen bergman bergsma berhane bhagwandas biharie
        bijlsma blaauw boeijen boerma boersema boersma bondarenko boogaard boonstra bosma bosman bouma bouwman
        bouwmeester bouzid brands brandsma breeuwsma brinkman broeders broekhuizen bronkhorst brouwers bruggeman
        bruijn bruins bruinsma buijs buijsman bulut busch celik cetin chaoui claassen coenen coppens corbeek
        cornelissen crone dabrowski damen damsma daniels deboer debruin degroot dehaan dejong dekkers delange demir
        derks derksen devries dewit dijkema dijkhuis dijkman dijkstra dimitrov dimitrova dirks dirkse dirksen dogan
        dongen douma draaijer driessen dubois duijvestijn eikelboom elbers elidrissi elzinga emanuels engelsman
        erdogan everts feenstra fernandes fernandez fokkema fokker fransen franssen frederiks frijters galema garcia
        gebremedhin geerts geertsema georgiev gerards gerrits gerritsen gielen giesbers giesen gijsbers goedhart gomes
        gonzalez goossens gorter gosens groenendijk groeneveld groenewegen groenewoud grootveld gunes haaksma habte
        haddad hamstra hansen hansma hanssen harmsen hartman haverkamp heemskerk heerema heeren heida heij heijden
        heijmans heijnen heikens heins hellinga hendricks hendricx hendriks hendriksen hendrikx henkes hermens hermsen
        hidding hiemstra hilbers hoeks hoekstra hoeven hofman hofstra hogeveen holleman holtrop hooft hoogen
        hoogendoorn hoogeveen hooijer hordijk houben hovestad huijbers huijgens huizinga hurkmans idrissi ijzerman
        ionescu ivanov ivanova jaarsma jacobse jacobsen jagessar jans janse jansen jansma janson janssen janssens
        jansz jaspers jongsma jonkers joosten jorissen kaiser kalloe kalsbeek kaminska kaminski kamps kapteijn karaca
        karels kaspers kaya keijzer kersten kessels keuning kidane kiers kilic klaasen klaassen kleijn kleinjan
        kloosterman koc koelewijn koenen koolen koopmans korkmaz korteweg korver kovalchuk kovalenko kowalska kowalski
        kravchenko kremer krijger kroese kruger kruijff kruijt kruse kuijper kuijpers kuijt kuipers kurt laak
        laarhoven lambrechts lamers lammers langenberg leenders leeuwen leijten lemmens lensink leunissen lewandowska
        lewandowski lieftink linders linssen lith loman looijen lopes lopez louwers lubbers lucassen luijten luiten
        maassen mahabier marks martina martinez martins mathijssen matthijssen maurer meeuwissen meeuwsen meier meijer
        meijers melnyk mengistu mennes mertens meulenbelt meulenbroek meulman meyer michels middelkoop miedema minnema
        moerman mohamud molenkamp moonen mouthaan muijs muller nagtegaal nauta neelen nelissen neuman nicolai
        niemeijer nieuwenhuis nieuwenhuizen nijboer nijhof nijhuis nijland nijman nooij noordam noorlander noort nowak
        oomen oosterhof oosterhuis oostrum oostveen otten ouwerkerk overbeek ozdemir ozkan ozturk paans pals peeters
        pereira perez petrenko petrov petrova philipsen pieters pieterse pietersen pijnenburg pinas polat poortvliet
        popescu postema postma postmus pouw prinsen pruijssers raaijmakers ramautar rambharos ramdin ramlal reijnders
        reijnen reinders reitsma renkema rietveld rijnders rijnsburger rijsdijk ritsema rodrigues rodriguez roelofs
        roelofsen romeijn romijn rooij roosendaal rosendaal rosier rozema rozendaal ruijter rutgers rutten sahin
        sanchez sande sarikaya schaik scheepers scheffer schellekens schepers schmidt schmitz schneider scholte
        scholten scholtens schoonhoven schoot schreuder schreurs schulte schuurman segers sewdien shevchenko sijbesma
        simons simsek singh sital sluijter smeets smidt smidts smits snijders soekhai spierings spruijt starink
        steenbergen steenhuis stegeman stienstra stokman stolk stolwijk straaten strijbos stuivenberg swinkels
        szymanski teeuwen tekin tekle tempelman terpstra tesfay tesfaye teuben teunissen theunissen thijssen tiemens
        tigchelaar tijssen tillema timmermans timmers tkachenko toonen tran turan turkstra unal valkenburg vandenberg
        vandermeer vandijk vanleeuwen veenendaal veenstra velthuis velzen verbeek verbruggen verburg verdonk verhagen
        verheij verheijen verhoef verhoeven verkade verkerk verlaan vermaat vermeer vermeulen verschoor verschuren
        versluis versteeg verstegen verweij verwoerd vissers vliert voorst vries vriese walstra warsame weerd weerden
        weijers wessels westerhof westra wiegers wierda wiersema wiersma wijdenbosch willekens willemsen wilms
        wisniewska wisniewski witteveen wojcik wolters wolthuis woude wouden woudstra wozniak wubbels yalcin yildirim
        yildiz yilmaz zandstra zegers zhang zielinski zijlstra zonneveld zuidema zuidhof zweers zwet zwiers
        """

    /// Surnames that are an ordinary word or a first name too.
    static let doubtfulSurnames: StaticString = """
        abebe ahmed alders ali arts baan baars bakker barre beek beers berg bie bijl blok blom boer boom boon borst
        bos bosch brandt bremer brink broek brouwer bruin buis buitenhuis burger burgers buurman chen costa cramer
        daalen dam dekker dijk doorn drost duijn duin eijk engel engelen engels ernst es essen evers faber farah
        franken geels gelder glas goor graaf graafland griffioen groen groot haan haar haas haile hamers haren hartog
        hassan heer hees hengel hermans heus heuvel hoek hofstede hollander hoof hoogland hoorn hopman horst horsten
        hout houtman huisman huizing hulst hussein ibrahim jacobs jager jagers jama jong jonge jonker kamp kampen kara
        karsten keizer kemp kempen ketelaars khan kikkert klein klerk klomp knol koek koers kok koning kooij kool
        koopman koppen kort koster kraan kramer kramers kroes kroezen krol kroon kruis kuik kuiken kuiper laan laar
        lange leeuw lens levering li lindeboom linden lok loon maas markus martens martijn mast meer mehari melis mens
        mink mohamed mohammed mol molen molenaar mooij moor mulder munk musch nagel nguyen omar ooms oord oosten osman
        otter palmen pas pauw peek peer pelt penning perk peters plas ploeg plomp poel poels pol polman pool poort
        popa post potter prins pronk punt ras remmers riet rijken rijn roest roos ruiter salah sanders santos schaap
        schenk schep schilder schipper schippers schoen schoenmaker schoenmakers schouten schrijver schut schutte
        silva slager slot sluis smid smit snel snijder snoek sol spaan spijker staal stam steen sterk stevens stoel
        straten swart tas timmer timmerman tol trip tromp tuin uijl valk veen veerman velde velden ven verhaar verloop
        viering vink visser vlieger vliet vogel vogels voogd voorn voort vorst vos vroom vuurman waal waard wagenaar
        wal wang weert wezel wijk wijnen wijngaard wijs wilde willems winkel winter winters wit witte woerden wolf
        wong wouters yusuf zaal zanten zee zeeman zijl zijp zoet zomer zon zwaan zwart
        """
}
