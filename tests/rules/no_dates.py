"""Sentences in which no word is a date, by kind; beside them, the same words where they are dates.

One sentence a line. In ``DATES`` the words found stand behind the bar, with a semicolon between two.
In ``SET_ASIDE`` stands there what is recognised as a reference to a publication.
"""

NO_DATES = {
    "quantities": """
        The hall holds 1950 people.
        1500 soldiers crossed the ford.
        Some 1500 wounded soldiers lay in the barn.
        They counted 1200 elderly pensioners.
        The choir sold 1800 postcards.
        A crowd of 1,950 people came.
        The village has 1848 inhabitants.
        The farm keeps 1100 hens and 3 dogs.
        About 1500 men fell at the gate.
        Nearly 2000 applicants were turned away.
        A total of 1812 votes was counted.
        He owned 1600 acres of moor.
        The estate covers 1900 square kilometres.
        The well is 1066 feet deep.
        The tank takes 1900 litres.
        The press prints 1200 copies.
        They baked 1400 loaves for the fair.
        The library lent 1700 books.
        The bell weighs 1990 kg.
        The bell weighs 1990kg.
        Load no more than 1500 kilos.
        The beam carries 2000 N.
        The engine gives 1100 hp.
        The kettle draws 2000 W.
        The line carries 1500 V.
        The set was tuned to 1500 kHz.
        The radar works at 1090 MHz.
        The disk holds 2000 GB.
        The screen is 1920 x 1080 pixels.
        The screen is 1920×1080.
        The screen shows 1920 by 1080 pixels.
        It ran to 1500 words.
        They had walked 1800 paces.
        The orchard has 1300 apple trees.
        There were only 1949 left.
        They shipped 2 x 1950 crates.
        She can type 1800 characters.
        He ate 2000 calories.
        The tower has 1776 steps.
        Between 1500 and 2000 people marched.
        From 1200 to 1500 visitors came.
        Between 1,500 and 2,000 people marched.
        He ran the 1500 metres in the rain.
        He ran the 1500 m in the rain.
        She swam the 1500m freestyle.
        More than 1900 families lost everything.
        Up to 1950 guests may dine.
        At least 1400 houses burned.
        Fewer than 1100 birds are left.
        As many as 1700 miners were trapped.
        Another 1300 workers walked out.
        By 1,950 metres the air is thin.
        The army lost 1200 horses and 1700 mules.
        Each of the 1300 delegates had a vote.
        The archive holds 1500 maps.
    """,
    "prices": """
        It cost $1950 then.
        It cost 1950 dollars.
        The coat was 1950 crowns.
        The coat was 1,950 dollars.
        He paid £1600 for the mare.
        He paid 1600 guineas for the mare.
        The fine was €1789.
        The fine was 1789 €.
        The fine was 1789 euros.
        The fine was EUR 1789.
        The lamp costs USD 1999.
        The lamp costs US$ 1999.
        The lamp is priced at 1999 yen.
        The lamp sold for 1999 pounds.
        Rent is 1500 a head.
        Wages rose to 1900 francs.
        Wages rose from 1800 to 1900 francs.
        The bill came to 2000 rubles.
        He owed her 1200 ducats.
        He owed her Rs 1900.
        A share fetched 1850 pence.
    """,
    "measures": """
        The plate was taken at 1850 nm.
        The plate was exposed at 1850 Å.
        Melt it at 1600 °C.
        Melt it at 1600 degrees.
        The oven reached 2000 K.
        The kiln was at 1450 C.
        The kiln was at 1450° all along.
        The summit is 1912 m high.
        The summit is at 1912 m.
        The lake lies 1912 m above the sea.
        At 1900 metres the path ends.
        The pipe is 1800 mm wide.
        The pipe is 1800mm wide.
        The humidity fell to 20%.
        Growth was 2000%.
        Growth was 2000 percent.
        Growth was 2000 per cent.
        The band at 1720 cm-1 is strong.
        The band at 1720 cm⁻¹ is strong.
        The pressure was 1013 hPa.
        It spins at 1800 rpm.
        The mass is 1776 g/mol.
        Add 1500 ml of water.
        The flux was 1950 Jy.
        The drug was given at 1500 mg.
        The dose was 2000 IU.
        The hull displaces 1950 tons.
        A 1950-ton hull lay there.
        A 1500-seat hall was planned.
        The lens has a field of 1:1900.
        The map has a scale of 1:2000.
        The map has a scale of 1 : 2000.
        The peak lies at 2950 cm.
    """,
    "ratios and numbers": """
        The odds were 3:1.
        Mix sand and lime at 3:1.
        The mixture of 2:1 held.
        A ratio of 3/4 is enough.
        The ratio was 16:9.
        The model has an aspect ratio of 16:10.
        The square root is 1764.
        The answer is 1729.
        The sum of these numbers is 1848.
        The prime number 1901 is odd.
        Divide 1984 by 2.
        Multiply 1024 by 3.
        He counted to 2000.
        The value x = 1905 is a root.
        It is 1905 + 3.
        A factor of 1000 separates them.
        The integer 1999 is prime.
    """,
    "pages and parts": """
        See page 1848 below.
        See pages 1848 and 1850.
        See p. 1848 for more.
        See pp. 1848-1850 for more.
        See pp. 1848–50 for more.
        It is on folio 1602.
        See fig. 1906 for the plan.
        See Figure 1906 for the plan.
        Table 1901 gives the yields.
        Chapter 1984 is the longest.
        Verse 1850 is missing.
        Column 1914 holds the names.
        Line 1789 of the poem limps.
        Footnote 1492 says so.
        Note 1492 says so.
        Plate 1812 is torn.
        Vol. 1901 is missing.
        Sheet 1851 shows the ford.
        Slide 1999 is blurred.
    """,
    "rooms, seats and houses": """
        Room 1848 is free.
        Rooms 1848 and 1850 are free.
        We met in Room 1911.
        We met in room 1911.
        Meet me in suite 2001.
        He lives at 1801 Elm Street.
        She lives at 1600 Garden Avenue.
        The house at 1912 Mill Road is empty.
        The office is at 1776 Harbour Boulevard.
        Write to 1850 Chapel Lane.
        Turn off at 1999 Upper Wharf Road.
        Send it to PO Box 1865.
        Send it to P.O. Box 1865.
        Platform 1901 does not exist.
        Take seat 1703.
        Locker 1945 is empty.
        Cell 1889 was his.
        The stall is at booth 1620.
        The office at 2000 N. Quarry Street is shut.
        The post code is 1050.
        CH-1950 Sion is a town.
    """,
    "routes and flights": """
        Take Route 1961 north.
        Flight 1549 came down on the river.
        The Boeing 1950 never flew.
        Flight BA 1815 was late.
        Flight KL1943 was late.
        Flight LH 1902 was late.
        Bus 1830 goes to the mill.
        Train 1914 was late.
        The train no. 1914 was late.
        The road is State Highway 1903.
        Exit 1776 is closed.
        Interstate 1985 is blocked.
        Highway 2001 is blocked.
        He missed IC 2023 by a hair.
        Track 1905 is for freight.
        Gate 1812 is shut.
        The tram 1701 was full.
    """,
    "models and types": """
        The Peugeot 2008 would not start.
        He drove a Volvo 1800 to the coast.
        The Honda CB-1100 stalled.
        He types on Windows 2000.
        He types on Office 2010.
        The Model 1873 rifle jammed.
        The model 1873 jammed.
        A Remington Model 1858 hung there.
        The Zeiss lens no. 1935 is scratched.
        An engine of type 1903 drove it.
        Class 1500 locomotives pulled it.
        The U-boat U-1206 sank.
        The mine layer M 1917 sank.
        Part number 1906 is out of stock.
        Part no. 1906 is out of stock.
        The valve ECC-1950 glows.
        The MSX-2000 was slow.
        Cosmos 1818 leaked.
        Cosmos-1818 leaked.
        Kosmos 1402 came down.
        Sputnik 2000 is a joke.
        The Canon 2000D is light.
        They use Type 2022 shells.
        Unit 1969 failed.
        Version 2010 is out.
        Version 1.1950 is out.
        Release 2004.3 is out.
        Python 3.11 is needed.
        Build 1903 crashes.
        Patch 1809 broke the printers.
        v2019 is broken.
        The console shows error 1935.
        Error code 1935 means a bad disk.
        Exception 1612 was raised.
        The server listens on port 1984.
        Ticket #1918 is open.
        Bug 1904 is fixed.
        Order no. 1871 was lost.
        Invoice 1939 is unpaid.
        Receipt 2011 is torn.
        Case 1702 is closed.
        Lot 1999 fetched little.
        Item no. 1979.218 is a hull.
        Inv. 1902.17 is a bowl.
        Inventory number 1902.17 is a bowl.
        The coin is no. 1847 in the tray.
        Specimen 1859 is a beetle.
        The sample 1931 was cut.
    """,
    "catalogue numbers of the sky": """
        NGC 1952 is a remnant.
        HD 1461 has planets.
        IC 1805 glows red.
        HIP 1999 is faint.
        HR 1948 is a double star.
        SN 1987A was bright.
        Asteroid 1930 is small.
        PSR 1913+16 is a pulsar.
        PSR B1913+16 is a pulsar.
        The quasar 3C 1950 is far.
        Gliese 1002 is red.
    """,
    "laws, standards and resolutions": """
        Article 1985 forbids it.
        Art. 1382 forbids it.
        Resolution 1973 was adopted.
        UN Resolution 1441 was adopted.
        Security Council Resolution 1701 was adopted.
        Resolutions 1970 and 1973 were adopted.
        Section 1983 gives a claim.
        He sued under § 1983.
        He sued under 42 U.S.C. § 1983.
        The act is 18 U.S.C. 1956.
        The rule is 17 C.F.R. 1904.
        The case is 410 U.S. 113.
        ISO 8601 leaves no doubt.
        ISO 1989 is withdrawn.
        ISO/IEC 2022 is an encoding.
        RFC 2119 says what must means.
        RFC 1918 tells of private nets.
        DIN 1946 tells of air.
        EN 1990 is the basis.
        BS 1363 plugs fit.
        IEEE 2030 is a guide.
        Paragraph 1922 was struck out.
        Clause 1900 was struck out.
        Regulation 2016/679 guards data.
        Directive 2003/88 limits work.
        Bill 1930 failed.
        Proposition 1978 failed.
        Docket 1954 is lost.
    """,
    "Bible verses and plays": """
        Read Isaiah 40:22 aloud.
        Genesis 1:1 is short.
        She quoted John 3:16 and left.
        She quoted Psalm 19:14 and left.
        She read 1 Corinthians 13:12 to them.
        Matthew 5:10 was the text.
        Exodus 20:13 forbids it.
        Surah 2:23 was read.
        See Macbeth 5:10 for that.
    """,
    "scores": """
        They won 21-14 at home.
        They won 21–14 at home.
        She won 6–4, 6–3.
        She won 6-4 6-3.
        The score was 3:1 at the break.
        The score was 10:15 at the break.
        The hosts won 12:10 in the rain.
        The hosts lost 11:15 in the rain.
        They beat the visitors 20:18.
        The match ended 18:20.
        The final score was 1900 to 1850.
        Her rating is 2050.
        He is rated 1905 by the club.
        His Elo of 2100 is low.
        They drew 2:02 with the guests.
    """,
    "telephone and account numbers": """
        Call 555-1968 after six.
        Call 555-1968-1970-22 after six.
        Ring +44 1865 270000 after six.
        Ring +44 (0)1865 270000 after six.
        Ring 01865 270000 after six.
        Ring (020) 7946 1958 after six.
        Ring 020 7946 1958 after six.
        Ring 1-800-555-1999 after six.
        Tel. 1949 2030 rings in the hall.
        Tel.: 030 1949 2030 rings in the hall.
        Phone 555 1984 and ask for her.
        Dial 1914 for the porter.
        The fax is 212 555 1901.
        Her extension is 1815.
        Her ext. 1815 is dead.
        The PIN is 1984.
        The code is 1945.
        The password is 1789.
        The combination was 1905.
        The account is 1066 2001 1984 1999.
        IBAN DE89 3704 0044 0532 0130 00 is hers.
        Reference 1902 was quoted.
    """,
    "book and other long numbers": """
        ISBN 978-1-1950-2013-4 is the paperback.
        ISBN 0-1950-2013-X is the paperback.
        ISBN-13: 978 1 1950 2013 4 is the paperback.
        ISBN 1 85326 000 8 is the paperback.
        ISSN 1945-2013 is the journal.
        The journal is ISSN 1939-1854.
        Its doi is 10.1093/1984.2001.
        Its doi is doi:10.1000/1984-2013.
        Its mark is PMID 1950.
        Its mark is arXiv:1905.2013.
        The patent US 1950 expired.
        Patent no. 1,950 expired.
        CAS 1918-02-1 is a weed killer.
        CAS No. 1912-24-9 is a weed killer.
        OCLC 1984 is the record.
        The shelf mark is Add. MS 1945.
        The shelf mark is MS 1923.
        The shelf mark is Q172.5.1948 in the east wing.
        The key 1989-21-09 opens nothing.
        Part 1989-11-0921 is out of stock.
    """,
    "addresses of the web and files": """
        See https://www.example.org/2012/05/17/story.html for more.
        See http://example.org/archive-1984 for more.
        See www.example.org/1999/may for more.
        See example.org/2001/index.html for more.
        Write to anna1984@example.org soonest.
        Write to anna.1984@example.org at leisure.
        Write to 1984@example.org at leisure.
        Open report-2013-02-12.pdf at leisure.
        Open report_2013.pdf at leisure.
        Open 2013-report.docx at leisure.
        Open scan 1984.jpg at leisure.
        Open IMG_20130212.jpg at leisure.
        Open /var/log/2013/02/syslog at leisure.
        Open C:\\data\\2013\\notes.txt at leisure.
        The commit 1984abc broke it.
        The hash is 2013fe07 and no other.
        The tag #1989 went round.
        The handle @anna1984 is hers.
        The host 10.0.1989.4 is down.
        The host 192.168.1.20 is down.
        The variable year_1999 is unset.
    """,
    "titles": """
        She read “Nineteen Eighty-Four” twice.
        She read Nineteen Eighty-Four twice.
        She re-read 1984 twice.
        They watched 2001: A Space Odyssey again.
        They watched “2001: A Space Odyssey” again.
        They watched Blade Runner 2049 again.
        They watched “Blade Runner 2049” again.
        The film “1917” was shot here.
        The film 1917 (film) was shot here.
        The novel 1984 was banned.
        The novel *1984* was banned.
        The novel _1984_ was banned.
        Orwell's 1984 was banned.
        Orwell’s 1984 was banned.
        George Orwell's 1984 was banned.
        Fahrenheit 451 was banned.
        They sang “Summer of '69” in the car.
        They sang “Summer of ’69” in the car.
        She saw The Day After Tomorrow at the cinema.
        She saw “The Day After Tomorrow” at the cinema.
        She likes Friday Night Lights best.
        She likes “Friday Night Lights” best.
        She likes “Yesterday” best.
        She likes “Tomorrow Never Knows” best.
        She likes Saturday Night Fever best.
        The band played “May Morning” badly.
        The painting “The Third of May 1808” hangs here.
        Her book, “1066 And All Those Hats”, sold out.
        Her novel “The Long Winter of 1847” sold out.
        The play “August 1914” opened.
        The poem “September 1, 1939” is long.
        He reads USA Today on the train.
        He reads the Sunday Times on the train.
        He reads The Sunday Times on the train.
        He reads the Sunday Telegraph on the train.
        He subscribes to Monday Magazine.
        He reads Tomorrow's World on the train.
        The series Friday the 13th bored her.
        The album “1999” bored her.
        The album 1989 (album) bored her.
        The overture 1812 bored her.
        Tchaikovsky’s “1812 Overture” bored her.
        The 1812 Overture bored her.
        The Class of 1984 (film) bored her.
        Death Race 2000 bored her.
        Space: 1999 bored her.
        He hummed “April in Paris” softly.
        He hummed “The First of May” softly.
        “A Winter's Tale” closed.
        She saw “Next Year in Argentina” alone.
        She saw “Last Year at the Lake” alone.
    """,
    "names of people": """
        April laughed at August.
        April Jones sang.
        May Brown sang.
        June Carter sang.
        June sang.
        August Strindberg wrote it.
        August Wilson wrote it.
        General July Novak was late.
        Mr. May spoke first.
        Mrs May spoke first.
        Theresa May spoke first.
        Prime Minister May spoke first.
        Mr Friday came ashore.
        Joe Friday solved it.
        Gavin Friday sang.
        Ruby Wednesday sang.
        Wednesday Addams sang.
        Tuesday Weld acted.
        Autumn Miller won the race.
        Summer Smith won the race.
        The driver, Autumn Reeve, was fined.
        Dr. June Meyer left the room.
        Cyrus and June danced.
        Jan Novak painted it.
        Jan. Novak painted it.
        Mar Diaz painted it.
        Nathaniel March wrote it.
        The March sisters wrote it.
        The family of April Winters sued.
        Brian May plays the guitar.
        They asked May to leave.
        They gave June a medal.
        Anna Winter was the editor.
        Judge Sunday heard it.
        Augusta, June and Dora laughed.
        Julian Spring painted it.
        Captain January sailed.
        January Jones acted.
    """,
    "names of places and things": """
        A square is named after 18 March and is quiet.
        The bridge was called after the 25th of April 1974.
        The March of Dimes raised it.
        Second Avenue was shut.
        She lives on Second Street.
        The Fifth Avenue parade went on.
        The Third Man was shot here.
        Easter Island is far.
        Christmas Island is far.
        The Sunday School was full.
        The Monday Club met.
        Friday Harbor was foggy.
        June Lake was frozen.
        August Town was quiet.
        The Winter Palace was stormed.
        Spring Valley was quiet.
        Summer Street was shut.
        May Street was shut.
        The Winter War Museum is shut.
        The Millennium Bridge sways.
        Century Tower fell down.
        Twentieth Century Fox filmed it.
        The Third of May Street is shut.
        The Black September group denied it.
        TGI Fridays was full.
        The Decade Club met.
        They stayed at the Hotel 1900 by the quay.
        They ate at Café 1912 by the quay.
        They ate at Bistro 1789 by the quay.
        The band The 1975 played.
        FC 1899 lost again.
        TSV 1860 München lost again.
        Independence Day Drive was shut.
        Lake June was frozen.
        Cape August was calm.
    """,
    "verbs and other words": """
        We may leave, and May left.
        You may go.
        May I come in?
        May we never meet again!
        May God help us.
        It may rain.
        They march 10 abreast.
        They march on the capital.
        March on, soldiers!
        The march went on.
        The long march wore them out.
        The wedding march was played.
        She wrote Marches for brass.
        Spring water is cold.
        The spring of the clock broke.
        Tigers spring at once.
        The fall of the city was sudden.
        They fall down.
        Prices fall.
        The fall broke his leg.
        Pride comes before a fall.
        After the fall he limped.
        She sat down.
        The cat sat on 12 mats.
        He sat and wept.
        She wed him.
        The sun rose.
        The sun was hot.
        They mar 20 walls.
        An august body of 12 men met.
        The august assembly rose.
    """,
    "second and quarter": """
        On second thoughts she stayed.
        The second man spoke.
        The second of the brothers spoke.
        He came second.
        She seconded the motion.
        The Second Army held.
        Three quarters of the men fell.
        Three-quarters of the town burnt.
        About a quarter of the land was sold.
        A quarter of the crop was lost.
        One quarter of the men fell.
        They gave no quarter.
        It was said in some quarters.
        The Latin Quarter was quiet.
        His second wife sang.
        In second place came the Dutch.
        The first half was dull.
        A split-second choice saved them.
        Her quarters were small.
    """,
    "military units": """
        The 1st Army held.
        The 1945th regiment held.
        The 2nd Division held.
        Battle group 1914 held.
        Battery 1917 held.
        Company 1863 held.
        Squadron 1435 flew.
        No. 1435 Squadron flew.
        Flight No. 1435 flew.
        Regiment 1812 held.
        Hill 1914 was lost.
        Hill 1062 was lost.
        Point 2030 was lost.
        Height 1901 was lost.
        The 1900-man garrison fell.
        Camp 1391 was secret.
        Field Post 1942 was bombed.
        U 1944 was sunk.
        PT-1945 was sunk.
        Stalag 1939 was burnt.
    """,
    "set phrases": """
        Since he was ill, she went.
        Since you ask, no.
        Seize the day.
        They made his day.
        He won the day.
        It was the order of the day.
        She called it a day.
        For once he was right.
        At times she wept.
        From time to time she wept.
        It was high time.
        In no time they were gone.
        Time and again they failed.
        Once upon a time a king lived.
        The minutes of the meeting were read.
        The minutes were approved.
        Take the minutes, please.
        As soon as they came, he left.
        He would sooner die.
        No sooner had he come than she left.
        Now and then she wept.
        Every now and then she wept.
        Now that he is ill, she goes.
        Now then, sit down.
        The present writer disagrees.
        The present volume is short.
        All those present voted.
        He was present.
        She was given a present.
        They present a bill.
        Present arms!
        The past tense is hard.
        The future tense is hard.
        He walked past.
        She is past master of the lodge.
        The future king was a baby.
        The hour of need had come.
        Rush hour was dreadful.
        The man of the hour spoke.
        He works day and night.
        She wept night and day.
        Day after day the mill turned.
        Year after year the mill turned.
        Year in, year out the mill turned.
        They live hand to mouth, day by day.
        The latter-day saint wept.
        Day labourers came.
        Dog days are dull.
        Good night, said the owl.
        Good morning, said the owl.
        To date her is a pleasure.
        The date is a fruit.
        He had a blind date.
        His days were numbered.
        She is day nurse at the clinic.
        The daily bread was dear.
        A year-round market was held.
        The light years between stars are many.
        The star is 40 light-years away.
        The star is 40 light years away.
        Man hours were lost.
        They burned 300 kilowatt hours.
        It used 300 kilowatt-hours.
        He is a second lieutenant.
        A minute crack was seen.
        A minute amount was left.
    """,
    "chess, games and lottery": """
        White opened 1. e4 and 2. Nf3.
        She rolled 12 and 6.
        The lucky number was 1905.
        He scored 2000 points.
        He hit 1905 runs.
        The jackpot of 1950 coins was split.
        His high score was 1999.
        The hand was worth 1500 points.
    """,
    "recipes and lists": """
        Take 3 may berries and 2 figs.
        Heat to 180 and bake.
        Serves 12 or 13.
        Step 1950 of 2000 failed.
        Take 10 oct screws.
        Size 1812 is sold out.
        Colour 2013 is sold out.
        Batch 2107 is spoilt.
        Serial number 1910 is worn off.
        Lens no. 1906 is scratched.
        Stock no. 2008 is gone.
        Question 1848 is hard.
        Problem 1900 is hard.
        Exercise 1912 is hard.
        Answer 1914 is wrong.
        Level 2000 is hard.
        Sector 1945 was searched.
        Zone 1936 was searched.
        District 1909 was searched.
        Group 2000 was searched.
        Channel 2000 was off.
        Frequency 1500 was off.
        Area 1951 was fenced.
        Grid 1932 was searched.
    """,
    "coordinates": """
        It stands at 51.1950 N, 12.2013 E.
        It stands at 51° 19' 50" N.
        Grid reference TQ 1984 2001 is a bog.
        It lies at latitude 12.1948.
    """,
}

SET_ASIDE = {
    "references to publications": """
        This was doubted (Smith 1998). | (Smith 1998)
        This was doubted (Smith, 1998). | (Smith, 1998)
        This was doubted (Smith and Jones 1998a; Brown 2001). | (Smith and Jones 1998a; Brown 2001)
        This was doubted (Smith & Jones, 1998a, p. 12; Brown, 2001b). | (Smith & Jones, 1998a, p. 12; Brown, 2001b)
        This was doubted (Smith et al. 1998). | (Smith et al. 1998)
        This was doubted (Smith et al., 1998: 1905). | (Smith et al., 1998: 1905)
        This was doubted (see Smith 1998). | (see Smith 1998)
        This was doubted (cf. Smith 1998, pp. 12-15). | (cf. Smith 1998, pp. 12-15)
        This was doubted (e.g. Smith 1998, 2003). | (e.g. Smith 1998, 2003)
        This was doubted [Smith 1998]. | [Smith 1998]
        This was doubted [Smith, 1998, p. 3]. | [Smith, 1998, p. 3]
        As Smith et al. (1998) show, it was doubted. | Smith et al. (1998)
        As Smith and Jones (1998) show, it was doubted. | Smith and Jones (1998)
        As Smith & Jones (1998b) show, it was doubted. | Smith & Jones (1998b)
        As Smith (1998) argued, it was doubted. | Smith (1998)
        Smith (1998) shows that it was doubted. | Smith (1998)
        According to Smith (1998), it was doubted. | According to Smith (1998)
        According to Smith (1998, p. 44), it was doubted. | Smith (1998, p. 44)
        Smith (1998: 44) doubts it. | Smith (1998: 44)
        Smith (1998a) doubts it. | Smith (1998a)
        They follow Van Dyke (2003). | Van Dyke (2003)
        This was doubted (Van den Berg 1998). | (Van den Berg 1998)
        This was doubted (van den Berg, 1998). | (van den Berg, 1998)
        This was doubted (O'Neill 1998). | (O'Neill 1998)
        This was doubted (Müller-Lüdenscheidt 1998, 44–46). | (Müller-Lüdenscheidt 1998, 44–46)
        This was doubted (quoted in Smith 1998). | (quoted in Smith 1998)
        This was doubted (Smith 1998; Jones 1999; Brown 2001). | (Smith 1998; Jones 1999; Brown 2001)
    """,
}

DATES = {
    "years behind a word of time": """
        In 1950 people left. | 1950
        In 1950 soldiers came. | 1950
        In 1800 farmers rose. | 1800
        By 1950 dollars were scarce. | By 1950
        Since 1950 houses have been dear. | Since 1950
        Until 1848 kings ruled here. | Until 1848
        After 1918 francs were worthless. | After 1918
        Before 1914 women had no vote here. | Before 1914
        From 1900 ships called here. | 1900
        During 1940 miners struck. | 1940
        In 1950, 1500 soldiers came. | 1950
        In 1950 1500 soldiers came. | 1950
        1848 was dark. | 1848
        1848 saw unrest everywhere. | 1848
        1649 was a cold year. | 1649
        1968 brought unrest. | 1968
        1945 marks the end. | 1945
        1914 sees the town at peace. | 1914
        Of all years 1816 was the coldest. | 1816
        The treaty (1648) ended it. | 1648
        The treaty of 1648 ended it. | 1648
        The winners of 1950 came from the south. | 1950
        He was here in 1999, 2001 and 2003. | 1999; 2001; 2003
        In 1950 and 1951 it rained. | 1950; 1951
        It rained in 1950 as it had in 1940. | 1950; 1940
    """,
    "years before a noun": """
        She was the 2016 Olympic champion. | 2016
        The 1995 film was lost. | 1995
        The film of 1995 was lost. | 1995
        The 1998 Smith report was lost. | 1998
        The Smith report of 1998 was lost. | 1998
        The 1848 revolutions failed. | 1848
        The 1960 elections were free. | 1960
        The 1953 floods drowned the coast. | 1953
        The 1972 Games were shut. | 1972
        His 1922 poems were lost. | 1922
        Her 1984 novel was lost. | 1984
        The 1934 strike began at the docks. | 1934
        A 1953 map shows the ford. | 1953
        Smith's 1998 paper was lost. | 1998
        The 1815 treaty held. | 1815
        The 2003 invasion was short. | 2003
        An 1843 letter was found. | 1843
        A 1912 law forbids it. | 1912
        Their 1977 album sold well. | 1977
        The country's 1990 constitution was kept. | 1990
        The 1929 crash ruined him. | 1929
        Figures from the 1911 census were lost. | 1911
        A pre-1914 frontier was drawn. | 1914
        The post-1945 order held. | 1945
    """,
    "years beside capitals and names": """
        The Battle of Ostrow in 1066 changed it. | 1066
        The Paris of 1789 was hungry. | 1789
        The Act of 1832 was a start. | 1832
        The Education Act 1944 was a start. | 1944
        The Treaty of Paris, 1763, was signed. | 1763
        The Treaty of Paris (1763) was signed. | 1763
        The Battle of Mill Ford (1547) was lost. | 1547
        Anna Bell (1850) sat beside him. | 1850
        The Great Regatta (1851) was wet. | 1851
        He was crowned at Reims in 1429. | 1429
        The King (1625) was crowned. | 1625
        She was born in Leeds (1901) and died in Hull (1980). | 1901; 1980
        Her novels are The Reed (1901) and The Ford (1911). | 1901; 1911
        The mill burnt (Leeds, 1850). | 1850
        Pompey (106–48 BC) was killed. | 106–48 BC
        Anna Bell (1850–1911) sat beside him. | 1850–1911
        The army won at Mill Ford (1547) and Long Hill (1549). | 1547; 1549
        The town fell to Sweden (1632), then to Spain (1634). | 1632; 1634
        He fought in Spain (1937) and Greece (1941). | 1937; 1941
        The Peace of Ostrow (1648) ended it. | 1648
        The revolution in Paris (July 1830) spread. | July 1830
        The fire (London 1666) spread. | 1666
        The lost film (1920) was found. | 1920
        The king was beheaded (1649). | 1649
        His sons were John (1701) and Peter (1704). | 1701; 1704
        The castle was sold (in 1920). | 1920
        The law was mended (see also the reform of 1832). | 1832
    """,
    "births and deaths": """
        Anna Bell, b. 1821, d. 1899, was a weaver. | 1821; 1899
        Anna Bell (b. 1821) was a weaver. | 1821
        Anna Bell (d. 1899) was a weaver. | 1899
        Anna Bell (born 1821) was a weaver. | 1821
        Anna Bell (born 12 May 1821) was a weaver. | 12 May 1821
        John Bell, m. 1845, had no children. | 1845
        John Bell (bapt. 1801) had no children. | 1801
        He was born 1821 in Leeds. | 1821
        He died 1899 in Leeds. | 1899
        Bell (1821–1899) was a weaver. | 1821–1899
        Bell, John (1821-99), weaver. | 1821-99
        Elected mayor 1950. | 1950
        Founded 1872. | 1872
        Est. 1872. | 1872
        © 1999 the author. | 1999
        Copyright 1999 the author. | 1999
    """,
    "months and days": """
        In May they left. | May
        They left in May. | May
        It was May 1968. | May 1968
        May 1968 was loud. | May 1968
        March 1917 was cold. | March 1917
        On May 5 they left. | May 5
        On 5 May they left. | 5 May
        May 5, 1968 was a Sunday. | May 5, 1968; Sunday
        The March 1917 rising failed. | March 1917
        It rained in March and April. | March
        By August the wells were dry. | By August
        Last August the wells were dry. | Last August
        August 1914 was hot. | August 1914
        The letter of June 3 was lost. | June 3
        Spring 1962 was wet. | Spring 1962
        In the spring of 1962 it was wet. | the spring of 1962
        The fall of 1962 was wet. | The fall of 1962
        In the fall of 1962 it was wet. | the fall of 1962
        Sat., 3 May 1968 was wet. | Sat., 3 May 1968
        On Sunday they left. | Sunday
        They left on Friday. | Friday
        The talks of Monday failed. | Monday
        On Friday she left. | Friday
        It was stamped 12 Dec 1999. | 12 Dec 1999
        On 12 Jan. 1999 it snowed. | 12 Jan. 1999
        On 3 September 1939 war was declared. | 3 September 1939
        In August 1944 Paris was free. | August 1944
    """,
    "dates beside what is none": """
        On 3 May 1968 1200 people came. | 3 May 1968
        In 1950 the 1950-ton hull was launched. | 1950
        In 1984 she read 1984 twice. | 1984
        Flight 1549 came down on 15 January 2009. | 15 January 2009
        Flight 1815 leaves on 3 May 2012. | 3 May 2012
        Resolution 1973 was adopted on 17 March 2011. | 17 March 2011
        Resolution 1973 of 2011 was adopted. | 2011
        Room 1911 was painted in 1911. | 1911
        He paid $1950 in 1950. | 1950
        In 1950 he paid 1950 crowns. | 1950
        ISO 8601 was published in 1988. | 1988
        They won 21-14 in 1999. | 1999
        She won 6–4, 6–3 in 2001. | 2001
        The film “1917” came out in 2019. | 2019
        The novel “1984” was published in 1949. | 1949
        “In 1848 we rose,” she said. | 1848
        “1848 was our year,” she said. | 1848
        “We rose on 3 May 1848 and fell in June,” she said. | 3 May 1848; June
        “Yesterday we rose,” she said. | Yesterday
        She said: “Tomorrow we rise.” | Tomorrow
        The host wrote on 12 May 1999 from anna1984@example.org of it. | 12 May 1999
        See https://www.example.org/2012/05/17/ of 3 June 2012. | 3 June 2012
        Call 555-1968 before 3 May 2013. | before 3 May 2013
        Windows 2000 came out in 2000. | 2000
        In May Theresa May resigned. | May
        April met June in August 1920. | August 1920
        Hill 1062 was taken in 1943. | 1943
        In 1999 asteroid 1930 passed by. | 1999
        NGC 1952 was drawn in 1844. | 1844
        ISBN 978-1-1950-2013-4 came out in 2013. | 2013
        Boeing built it in 1950. | 1950
        Article 1985 dates from 1804. | 1804
        The bus came in 1950. | 1950
        The room was painted 3 May 1950. | 3 May 1950
    """,
    "things dated by a year": """
        See the minutes of 3 May 1950. | 3 May 1950
        The page of 1950 was torn out. | 1950
        The flight of 1941 was the last. | 1941
        The class of 1950 met again. | 1950
        The model of 1950 sold well. | 1950
        The number of dead in 1950 was small. | 1950
        The road was built 1950–53. | 1950–53
        The house dates from 1801. | 1801
        The number fell in 1950. | 1950
        Its population in 1950 was small. | 1950
        By the census of 1801 it was a town. | 1801
        The film was made between 1950 and 1953. | between 1950 and 1953
        People came from 1950 to 1953. | from 1950 to 1953
        Prices rose between 1914 and 1918. | between 1914 and 1918
        The 1914–18 war ended it. | 1914–18
        The 1939-45 war ended it. | 1939-45
        The season 1914/15 was never played. | 1914/15
        The log ends on 1989-11-09. | 1989-11-09
        The log (1989-11-09) ends. | 1989-11-09
        At noon on 3 May 1968 the bell rang. | noon on 3 May 1968
        The gates close at 5.45 p.m. sharp. | 5.45 p.m.
        At 23:10 the line was cut. | 23:10
        The train left at 10:15 sharp. | 10:15
        The 10:15 train was late. | 10:15
        It lasted three hours. | three hours
        It lasted three minutes. | three minutes
        Profits fell for three quarters. | three quarters
        The seven years of hunger ended. | seven years
        In the past, bread was dear. | the past
        In the future, bread will be dear. | the future
        It is now a museum. | now
        It is, at present, a museum. | at present
        It will soon be a museum. | soon
        Today it is a museum. | Today
        The 1970s were loud. | The 1970s
        The 20th century was loud. | The 20th century
    """,
    "what stands beside it": """
        1950: The dam is built. | 1950
        1914 – War breaks out. | 1914
        The prize of science 1921 went to him. | 1921
        Napoleon's 1812 campaign failed. | 1812
        The 1896 Games in Athens were small. | 1896
        They lost in 1914, 1918 and 1939. | 1914; 1918; 1939
        At that point 1950 was a good year. | 1950
        It was named. After May 1950 it stood empty. | After May 1950
        On that level 1950 was good. | 1950
        In that case 1894 was wrong. | 1894
        The Hall of 1900 was torn down. | 1900
        The line was opened in 1850. | 1850
        “In May 1968 we marched,” he said. | May 1968
        The letter, dated “3 May 1940”, was found. | 3 May 1940
        He fell in the invasion of Spain (1808). | 1808
        In Winter 1941 they froze. | Winter 1941
        King Olaf 1910 to 1936. | 1910 to 1936
        US$ 5 in 1950 was much. | 1950
        He won at 16:10 sharp. | 16:10
        The 16:10 from Leeds was late. | 16:10
        Built in 1911 Mill Road is short. | 1911
        Captain Smith died Friday. | Friday
        Judge Bell ruled Friday that it was so. | Friday
        Between 1500 and 1800 trade grew. | Between 1500 and 1800
        From 1850 to 1900 railways spread. | From 1850 to 1900
        Between 1800 and 1850 prices doubled. | Between 1800 and 1850
        They lost their farms from 1961 to 1989. | from 1961 to 1989
        Since 1950 more than 2000 people left. | Since 1950
        In June Germany struck. | June
        In 1950 a ton of coal cost ten marks. | 1950
        Baker (1612) and Ford (1613) were burnt. | 1612; 1613
    """,
}
