//! Names of people from many places. Where a script is not Latin, the way it is written in handles stands behind `=`.

/// A language with names that are common where it is spoken.
pub struct Names {
    /// Tag of the language that people with these names mostly write in.
    pub language: &'static str,
    first: &'static str,
    last: &'static str,
    /// Whether the family name stands first.
    is_last_first: bool,
}

/// A name as shown and as written in handles.
pub struct Part {
    /// As shown.
    pub shown: &'static str,
    /// In Latin letters without marks.
    pub latin: String,
}

const fn names(language: &'static str, first: &'static str, last: &'static str) -> Names {
    Names { language, first, last, is_last_first: false }
}

/// All of them. The first languages are those of the pages; more people have them.
pub const ALL: [Names; 10] = [
    names(
        "en",
        "Alice Ben Charlotte Daniel Emily Finn Grace Harry Isla Jack Kate Liam Megan Noah Olive Peter Rose Sam Tess Will",
        "Archer Bennett Carter Dawson Ellis Fletcher Grant Hughes Irving Jordan Kelly Lawson Mason Nolan Osborne Parker Reed Shaw Turner Walsh",
    ),
    names(
        "de",
        "Anna Bernd Clara Dieter Elke Felix Greta Hannes Ida Jonas Katharina Lukas Marlene Niklas Ottilie Paul Rosa Stefan Thea Uwe",
        "Albrecht Bäcker Claussen Dietrich Engel Fischer Gärtner Hofmann Jäger Krüger Lehmann Müller Neumann Ott Pfeiffer Richter Schröder Vogel Weiß Ziegler",
    ),
    names(
        "es",
        "Alba Bruno Carmen Diego Elena Fermín Gloria Hugo Inés Javier Lucía Mateo Nuria Óscar Paula Rafael Sofía Tomás Valeria Ximena",
        "Aguilar Benítez Castro Domínguez Esteban Fuentes García Herrera Ibáñez Jiménez León Molina Navarro Ortega Peña Quintana Ruiz Serrano Torres Vega",
    ),
    names(
        "fr",
        "Adèle Baptiste Camille Didier Élise Fabien Gabrielle Hugo Inès Julien Léa Mathis Noémie Olivier Pauline Rémi Solène Théo Violette Yann",
        "Aubert Blanchard Chevalier Dubois Étienne Fournier Girard Hamon Joly Lambert Marchand Noël Olivier Perrin Renaud Simon Tessier Vasseur",
    ),
    names(
        "ar",
        "أمينة=amina باسم=basem دينا=dina فريد=farid حنان=hanan إبراهيم=ibrahim جميلة=jamila كريم=karim ليلى=layla محمود=mahmoud نور=nour عمر=omar رانيا=rania سامي=sami ثريا=thuraya ياسمين=yasmin زياد=ziad هدى=huda",
        "حداد=haddad خوري=khoury منصور=mansour ناصر=nasser صالح=saleh درويش=darwish عيسى=issa قاسم=qasem رزق=rizk شاهين=shahin طه=taha يوسف=youssef زيدان=zidan بشير=bashir غانم=ghanem",
    ),
    names(
        "tr",
        "Ayşe Burak Can Defne Elif Fatih Gül Hakan İpek Kaan Leyla Mert Nazlı Onur Pelin Selim Tuba Umut Yasemin Zeynep",
        "Aydın Bulut Çelik Demir Erdem Güneş Kaya Koç Öztürk Polat Şahin Taş Ünal Yıldız Yılmaz",
    ),
    names(
        "pt",
        "Ana Bernardo Catarina Davi Eduarda Fernando Graça Henrique Isabel João Lívia Miguel Natália Otávio Rita Sérgio Teresa Vasco",
        "Almeida Barros Cardoso Duarte Esteves Ferreira Gomes Lopes Machado Nogueira Oliveira Pereira Ramos Santos Teixeira Vieira",
    ),
    names(
        "uk",
        "Андрій=andriy Богдана=bohdana Віктор=viktor Галина=halyna Дмитро=dmytro Ірина=iryna Катерина=kateryna Леся=lesia Микола=mykola Оксана=oksana Павло=pavlo Світлана=svitlana Тарас=taras Юлія=yuliia",
        "Бондаренко=bondarenko Гончар=honchar Коваленко=kovalenko Кравчук=kravchuk Лисенко=lysenko Мельник=melnyk Петренко=petrenko Романюк=romaniuk Савченко=savchenko Шевчук=shevchuk",
    ),
    names(
        "hi",
        "अमित=amit दीपा=deepa गीता=geeta हरीश=harish इंदु=indu कविता=kavita मनोज=manoj नेहा=neha प्रिया=priya राहुल=rahul सुनीता=sunita विजय=vijay",
        "अग्रवाल=agrawal गुप्ता=gupta जोशी=joshi कुमार=kumar मेहता=mehta नायर=nair शर्मा=sharma सिंह=singh वर्मा=verma यादव=yadav",
    ),
    Names {
        language: "ja",
        first: "葵=aoi 大輔=daisuke 恵美=emi 春香=haruka 一郎=ichiro 健=ken 美咲=misaki 直樹=naoki 桜=sakura 拓也=takuya 結衣=yui 陽子=yoko",
        last: "青木=aoki 藤田=fujita 原田=harada 石川=ishikawa 木村=kimura 松本=matsumoto 中村=nakamura 小川=ogawa 佐藤=sato 田中=tanaka 山田=yamada",
        is_last_first: true,
    },
];

impl Names {
    /// First names.
    pub fn first(&self) -> Vec<Part> {
        parts(self.first)
    }

    /// Family names.
    pub fn last(&self) -> Vec<Part> {
        parts(self.last)
    }

    /// The whole name as it is written.
    pub fn whole(&self, first: &Part, last: &Part) -> String {
        if self.is_last_first {
            format!("{} {}", last.shown, first.shown)
        } else {
            format!("{} {}", first.shown, last.shown)
        }
    }
}

fn parts(list: &'static str) -> Vec<Part> {
    let part = |word: &'static str| match word.split_once('=') {
        Some((shown, latin)) => Part { shown, latin: latin.to_owned() },
        None => Part { shown: word, latin: kith_text::terms::terms(word).concat() },
    };
    list.split_whitespace().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_makes_a_handle_of_plain_letters() {
        for names in &ALL {
            for part in names.first().iter().chain(&names.last()) {
                assert!(!part.latin.is_empty(), "{}", part.shown);
                assert!(part.latin.bytes().all(|byte| byte.is_ascii_lowercase()), "{}", part.latin);
            }
        }
    }
}
