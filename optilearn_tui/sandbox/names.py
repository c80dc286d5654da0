"""The names of families that the school makes up, each in Latin letters and in Devanagari."""

from __future__ import annotations

from dataclasses import dataclass

Name = tuple[str, str]
"""One name, written both ways: `("Gupta", "गुप्ता")`."""

LATIN, DEVANAGARI = 0, 1
"""Which of the two spellings of a `Name`."""


def _names(pairs: str) -> tuple[Name, ...]:
    return tuple((latin, hindi) for latin, _, hindi in (pair.partition(":") for pair in pairs.split()))


@dataclass(frozen=True, slots=True)
class Community:
    """Names that go together. Women bear the family's name unless `of_women` says another."""

    surnames: tuple[Name, ...]
    girls: tuple[Name, ...]
    boys: tuple[Name, ...]
    women: tuple[Name, ...]
    men: tuple[Name, ...]
    of_women: Name | None = None


_NORTH = Community(
    surnames=_names(
        "Gupta:गुप्ता Verma:वर्मा Mishra:मिश्रा Tiwari:तिवारी Yadav:यादव Chauhan:चौहान Pandey:पाण्डेय"
        " Saxena:सक्सेना Agarwal:अग्रवाल Rathore:राठौड़ Joshi:जोशी Dubey:दुबे Srivastava:श्रीवास्तव"
        " Bisht:बिष्ट Meena:मीणा"
    ),
    girls=_names(
        "Aanya:आन्या Ananya:अनन्या Ishita:इशिता Kavya:काव्या Myra:मायरा Navya:नव्या Pihu:पीहू Riya:रिया"
        " Saanvi:सान्वी Shreya:श्रेया Siya:सिया Tanvi:तन्वी Vanya:वान्या Prachi:प्राची Khushi:ख़ुशी"
        " Mahi:माही Nandini:नन्दिनी"
    ),
    boys=_names(
        "Aditya:आदित्य Arjun:अर्जुन Ayush:आयुष Dev:देव Dhruv:ध्रुव Harsh:हर्ष Ishaan:ईशान Kartik:कार्तिक"
        " Krish:कृष Lakshya:लक्ष्य Manav:मानव Om:ओम Pranav:प्रणव Reyansh:रेयांश Shaurya:शौर्य"
        " Utkarsh:उत्कर्ष Vihaan:विहान"
    ),
    women=_names(
        "Anita:अनीता Geeta:गीता Kiran:किरण Manju:मंजू Neha:नेहा Pooja:पूजा Rekha:रेखा Sangeeta:संगीता"
        " Shilpa:शिल्पा Sushma:सुषमा Usha:उषा Vandana:वन्दना Archana:अर्चना"
    ),
    men=_names(
        "Ajay:अजय Anil:अनिल Deepak:दीपक Manoj:मनोज Mukesh:मुकेश Naveen:नवीन Pankaj:पंकज Rajesh:राजेश"
        " Sanjay:संजय Sunil:सुनील Vikas:विकास Vinod:विनोद Ashok:अशोक"
    ),
)

_WEST = Community(
    surnames=_names(
        "Patel:पटेल Shah:शाह Deshmukh:देशमुख Kulkarni:कुलकर्णी Patil:पाटिल Pawar:पवार Desai:देसाई"
        " Jadhav:जाधव Gokhale:गोखले"
    ),
    girls=_names(
        "Aarohi:आरोही Dhruvi:ध्रुवी Gargi:गार्गी Isha:ईशा Jiya:जिया Mrunal:मृणाल Rutuja:ऋतुजा Sai:सई"
        " Swara:स्वरा Tejal:तेजल"
    ),
    boys=_names(
        "Atharva:अथर्व Chirag:चिराग Jay:जय Kunal:कुणाल Meet:मीत Omkar:ओंकार Parth:पार्थ Rudra:रुद्र"
        " Soham:सोहम Yash:यश"
    ),
    women=_names("Asmita:अस्मिता Hetal:हेतल Jyoti:ज्योति Madhavi:माधवी Pallavi:पल्लवी Smita:स्मिता Varsha:वर्षा"),
    men=_names("Amit:अमित Bhavesh:भावेश Hemant:हेमन्त Nilesh:नीलेश Prashant:प्रशान्त Sachin:सचिन Vivek:विवेक"),
)

_SOUTH = Community(
    surnames=_names(
        "Nair:नायर Iyer:अय्यर Reddy:रेड्डी Rao:राव Menon:मेनन Pillai:पिल्लै Hegde:हेगड़े Shetty:शेट्टी Naidu:नायडू"
    ),
    girls=_names(
        "Aishwarya:ऐश्वर्या Bhavana:भावना Divya:दिव्या Gayathri:गायत्री Keerthana:कीर्तना Lakshmi:लक्ष्मी"
        " Meenakshi:मीनाक्षी Nila:निला Sahana:सहना Vaishnavi:वैष्णवी"
    ),
    boys=_names(
        "Abhinav:अभिनव Aravind:अरविन्द Goutham:गौतम Hari:हरि Karthikeya:कार्तिकेय Nikhil:निखिल"
        " Rohith:रोहित Sanjeev:संजीव Surya:सूर्या Varun:वरुण"
    ),
    women=_names("Deepa:दीपा Kavitha:कविता Latha:लता Padma:पद्मा Radhika:राधिका Sridevi:श्रीदेवी Vasudha:वसुधा"),
    men=_names("Balaji:बालाजी Ganesh:गणेश Mohan:मोहन Prakash:प्रकाश Ravi:रवि Srinivas:श्रीनिवास Venkat:वेंकट"),
)

_MUSLIM = Community(
    surnames=_names("Khan:ख़ान Ansari:अंसारी Shaikh:शेख़ Qureshi:क़ुरैशी Siddiqui:सिद्दीक़ी Pathan:पठान Rizvi:रिज़वी"),
    girls=_names(
        "Aisha:आयशा Alina:अलीना Fatima:फ़ातिमा Hiba:हिबा Inaya:इनाया Maryam:मरियम Sana:सना Zara:ज़ारा"
    ),
    boys=_names("Adil:आदिल Ayaan:अयान Faizan:फ़ैज़ान Hamza:हमज़ा Rehan:रेहान Sameer:समीर Yusuf:यूसुफ़ Zaid:ज़ैद"),
    women=_names("Farida:फ़रीदा Nasreen:नसरीन Rukhsana:रुख़साना Salma:सलमा Shabana:शबाना Yasmin:यास्मीन"),
    men=_names("Arif:आरिफ़ Irfan:इरफ़ान Javed:जावेद Nadeem:नदीम Salim:सलीम Wasim:वसीम"),
)

_CHRISTIAN = Community(
    surnames=_names("D'Souza:डिसूज़ा Fernandes:फ़र्नांडिस Thomas:थॉमस Mathew:मैथ्यू Pinto:पिंटो Lobo:लोबो"),
    girls=_names("Andrea:एंड्रिया Christina:क्रिस्टीना Elsa:एल्सा Jenifer:जेनिफ़र Rachel:रेचल Sarah:सारा"),
    boys=_names("Alan:एलन Joel:जोएल Kevin:केविन Melvin:मेल्विन Ryan:रायन Steve:स्टीव"),
    women=_names("Annie:ऐनी Lissy:लिसी Maria:मारिया Sheeba:शीबा Teresa:टेरेसा"),
    men=_names("Anthony:एंथनी Benny:बेनी George:जॉर्ज Joseph:जोसफ़ Xavier:ज़ेवियर"),
)

_SIKH = Community(
    surnames=_names("Singh:सिंह Gill:गिल Sandhu:संधू Dhillon:ढिल्लों Bedi:बेदी"),
    girls=_names("Gurleen:गुरलीन Harnoor:हरनूर Jasleen:जसलीन Manpreet:मनप्रीत Simran:सिमरन"),
    boys=_names("Angad:अंगद Fateh:फ़तेह Gurbaaz:गुरबाज़ Jasraj:जसराज Teg:तेग"),
    women=_names("Amarjit:अमरजीत Gurmeet:गुरमीत Harpreet:हरप्रीत Kuldeep:कुलदीप"),
    men=_names("Balwinder:बलविंदर Gurdeep:गुरदीप Jaspal:जसपाल Paramjit:परमजीत"),
    of_women=("Kaur", "कौर"),
)

COMMUNITIES = ((44, _NORTH), (18, _WEST), (14, _SOUTH), (14, _MUSLIM), (5, _CHRISTIAN), (5, _SIKH))
"""Each community with its share of the families, in percent."""
