### For whom something is meant: words beside the time, in the picker, and what they mean.

audience-who = من يمكنه رؤية هذا؟
audience-world = الجميع
audience-world-hint = حتى من ليس لديهم حساب
audience-community = كل من في { $site }
audience-community-hint = فقط من انضموا إلى هنا
audience-friends = الأصدقاء
audience-friends-hint =
    { $count ->
        [zero] لا أصدقاء لك هنا بعد
        [one] صديقك هنا
        [two] صديقاك هنا
        [few] أصدقاؤك هنا وعددهم { $count }
        [many] أصدقاؤك هنا وعددهم { $count }
       *[other] أصدقاؤك هنا وعددهم { $count }
    }
audience-friends-except = الأصدقاء ما عدا…
audience-except-hint = أنت تختار من يُستثنى
audience-circle = دائرة
audience-circle-named = دائرة: { $name }
audience-circle-hint = فقط من في هذه الدائرة
audience-people = أشخاص محددون
audience-people-hint = تختارهم بالاسم
audience-self = أنا فقط
audience-self-hint = ملاحظة لنفسك
audience-two-of-us = شخصان فقط
audience-wall-friends = أصدقاء { $name }
audience-wall-two = { $name } وأنا فقط
audience-choose-people = اختر الأشخاص
audience-choose-except = اختر من يُستثنى
audience-choose-commenters = اختر من يمكنه التعليق
audience-find = ابحث عن صديق
audience-find-nobody = لا صديق بهذا الاسم.
audience-typed = آخرون، بأسماء المستخدمين
audience-typed-hint = بفواصل بينها، مثل @ana، @ben.
audience-handle-unknown = لا أحد هنا يحمل اسم المستخدم { $handle }. تحقّق من كتابته.
audience-missing = اختر من يمكنه رؤية هذا.
audience-circle-missing = هذه الدائرة لم تعد موجودة. اختر دائرة أخرى.
audience-people-missing = اختر شخصًا واحدًا على الأقل.
audience-except-missing = اختر شخصًا أو دائرة على الأقل للاستثناء.
audience-people-too-many = هذه أسماء كثيرة. الحد الأقصى { $limit }، والدائرة تتسع لأكثر.
audience-circles-too-many = هذه دوائر كثيرة. الحد الأقصى { $limit }.
audience-wider-than-wall = صاحب هذه الصفحة يسمح بأن يصل ما يُكتب عليها إلى عدد أقل من الناس. اختر جمهوراً أضيق.
audience-wider-than-original = لا يمكن لمنشور مُشارك أن يصل إلى أشخاص أكثر من الأصل. اختر جمهورًا أضيق.
audience-explained = من يمكنه رؤية هذا
audience-world-explained = يمكن للجميع رؤية هذا، حتى من ليس لديهم حساب هنا.
audience-community-explained = يمكن لكل من انضم إلى { $site } رؤية هذا.
audience-friends-explained = يمكن لأصدقاء { $name } رؤية هذا.
audience-people-explained = يمكن لمن اختارهم { $name } رؤية هذا، وأنت منهم.
audience-self-explained = لا يرى هذا إلا من كتبه وصاحب الصفحة التي كُتب عليها.
flash-audience-changed = تم الحفظ. من الآن لا يراه إلا من اخترتهم.
flash-past-limited = تم. منشوراتك السابقة صارت للأصدقاء فقط.
flash-past-hidden = تم. منشوراتك السابقة صارت لك وحدك.
