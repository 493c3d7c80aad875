// Written by test/scene/measure-widths.mjs; do not edit. Two base-36 digits a letter, in thousandths of an em; -- = not in the font.

/** Blocks of code points: the first one, then a width each. */
export type WidthBlock = readonly [number, string]
export interface WidthTable {
  readonly regular: readonly WidthBlock[]
  readonly bold: readonly WidthBlock[]
  readonly serif: readonly WidthBlock[]
}

export const WIDTHS: WidthTable = {
  regular: [
    [
      0x20,
      '7q7q9vfgfgopij5b9999atg87q997q7qfgfgfgfgfgfgfgfgfgfg7q7qg8g8g8fgs7ijijk2k2ijgzlmk27qdwijfgn5k2lmijlmk2ijgzk2ijq8ijijgz7q7q7qd1fg99fgfgdwfgfg7qfgfg6666dw66n5fgfgfgfg99dw7qfgdwk2dwdwdw9a789ag8',
    ],
    [
      0xa0,
      '7q99fgfgfgfg78fg99khaafgg800khfcb4f9999999g0ex999999a5fgn6n6n6gzijijijijijijrsk2ijijijij7q7q7q7qk2k2lmlmlmlmlmg8lmk2k2k2k2ijijgzfgfgfgfgfgfgopdwfgfgfgfg7q7q7q7qfgfgfgfgfgfgfgf9gzfgfgfgfgdwfgdwijfgijfgijfgk2dwk2dwk2dwk2dwk2h3k2fgijfgijfgijfgijfgijfglmfglmfglmfglmfgk2fgk2fg7q7q7q7q7q7q7q667q7qkfccdw66ijdwdwfg66fg66fg84fg9afg66k2fgk2fgk2fggsk3fglmfglmfglmfgrsq8k299k299k299ijdwijdwijdwijdwgz7qgzafgz7qk2fgk2fgk2fgk2fgk2fgk2fgq8k2ijdwijgzdwgzdwgzdw66fgl2i8fgi8fgk2k2dwk2mii8fgfhijkwgsgz7rlmhcoh667qijdw66dwork2fglmnti8o4ijkyfgijijdwh6ak7qgz7qgznqilksk2lgdwgzdwgzgzf5f5fgfgcqdjfg78bhg87q--xyt5tin5cjxyq8lfijfg7q66lmfgk2fgk2fgk2fgk2fgk2fgfgijfgijfgrsoplmfglmfgijdwlmfglmfggzf566--xyt5lmfgsqh6k2fgijfgrsoplmgzijfgijfgijfgijfg7q7q7q7qlmfglmfgk299k299k2fgk2fgijdwgz7qf5c5k2fgjmiygsfpgzdwijfgijfglmfglmfglmfglmfgijdw9pj1a766ononijk2dwfggzdwdwg5clijk2ikijfgdw66khfgk299ijdw',
    ],
    [
      0x370,
      'gabxgzcq9999jzfj----99dwdwdw7qdw--------9999ij7qlsnaao--li--nrkw66ijijfbikijgzk2lm7qijikn5k2i2lmk2ij--h6gzijm6ijn7ks7qijg2cefg66f7g2fzdwfhcec9fgfg66dwdwg0dwcgfgj6ftdeh5azf7i0eljtlp66f7fgf7lpijfzf7lgqmlgfklpgplmfgk2dwgzb8hdepl0g1orn5iqfgiqdwijijgxgkkhfecwbegpfxdw66lmcacaijfgk2n5j4ftk2k2k2',
    ],
    [
      0x400,
      'ijijo1f2jzij7q7qdwtds2nqg7jzhnjziji8ijf2itijpngsjzjzg7i8n5k2lmjzijk2gzhnl4ijkkijphq2m0oli8jzs2k2fgfxera5g7fgilcqfjfjc6g7j4fcfgf2fgdwcqdwmvdwfxehmamvhdjzehe6kuf2fgfgfga5e6dw667q66p6mlfgc6fjdwfc--hclmh1qejtikdwoxjbn1j1t9o3gscqm4j4lmfgmbhjmbhjtuown5h0x3no--hck2dwdz00000000000000jzfji8ehijfgdlbff2a5imf9pnilgscqg7c6g7c6g7c6kmewk2fcofi0vlo6kxehk2dwgzcqfgdwfgdwijdwppj7ijehijehijfgnxiinxii7qpnilijfbi8g7k2fck2fcijehn5j466ijfgijfgrsopijfgkwfgkwfgpnilgscqgsf5jzfjjzfjlmfglmfglmfgjze6hndwhndwhndwijehf2a5oljzf2a5ijdwijdwi8fgqwocqkmnife5qypasqoelmfjkriigscqi8g7pokrocl3vgotlmfgq8k2g7c6trp6vkobkkfqjjg9k2fczjseijevjggx',
    ],
    [0x5d0, 'hggmbrfehm788ziai578eueleqiuj378ati8g6hbgye0f5geeukaj7kukukukukue5e5e5apgr'],
    [
      0x1ea0,
      'ijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfgijfg7q667q66lmfglmfglmfglmfglmfglmfglmfgnti8nti8nti8nti8nti8k2fgk2fgnqilnqilnqilnqilnqilijdwijdwijdwijdw',
    ],
    [0x2010, '99----fgrs------666666--999999--fg--9q--9aijrs8u7q7q00000000003v----589u--------9f9999'],
    [0x20a0, 'fgk2k2fgfgn5k2uewcq8nle9fgijgzrsehijlmijfgk2fgijgzfgfgn2lufghfkuku'],
    [0x2116, 'tt--jd----m6mm--owj0scturs'],
    [0x2190, '--dw--dw----'],
    [0x2212, 'g8'],
    [0x2248, '------------------------------------------------------------'],
  ],
  bold: [
    [
      0x20,
      '7q99d6fgfgopk26m9999atg87q997q7qfgfgfgfgfgfgfgfgfgfg9999g8g8g8gzr3k2k2k2k2ijgzlmk27qfgk2gzn5k2lmijlmk2ijgzk2ijq8ijijgz997q99g8fg99fggzfggzfg99gzgz7q7qfg7qopgzgzgzgzatfg99gzfglmfgfgdwat7satg8',
    ],
    [
      0xa0,
      '7q99fgfgfgfg7sfg99khaafgg800khfcb4f9999999gofg999999a5fgn6n6n6gzk2k2k2k2k2k2rsk2ijijijij7q7q7q7qk2k2lmlmlmlmlmg8lmk2k2k2k2ijijgzfgfgfgfgfgfgopfgfgfgfgfg7q7q7q7qgzgzgzgzgzgzgzf9gzgzgzgzgzfggzfgk2fgk2fgk2fgk2fgk2fgk2fgk2fgk2jzk2gzijfgijfgijfgijfgijfglmgzlmgzlmgzlmgzk2gzk2gz7q7q7q7q7q7q7q7q7q7qltfgfg7qk2fgfggz7qgz7qgzapgzdbgz7qk2gzk2gzk2gzjok3gzlmgzlmgzlmgzrsq8k2atk2atk2atijfgijfgijfgijfggz99gzdbgz99k2gzk2gzk2gzk2gzk2gzk2gzq8lmijfgijgzdwgzdwgzdw7qgzn8jzgzjzgzk2k2fgk2n9jzgzguijk6hegz99lmhppv7q7qk2fg7qfgrkk2gzlmnpjronkolqgzijijfggoa099gz99gzn2k4mak2lefggzdwgzgzememfgfgdtg3gz7sdug899--xyuvwfopfgzirsopk2fg7q7qlmgzk2gzk2gzk2gzk2gzk2gzfgk2fgk2fgrsoplmgzlmgzk2fglmgzlmgzgzem7q--xyuvlmgzspihk2gzk2fgrsoplmgzk2fgk2fgijfgijfg7q7q7q7qlmgzlmgzk2atk2atk2gzk2gzijfggz99g1egk2gzjjn9hjhjgzdwk2fgijfglmgzlmgzlmgzlmgzijfgdvn5e27qqiqik2k2fggzgzfgdwhxdgk2k2ijijfgfg7qljgzk2atijfg',
    ],
    [
      0x370,
      'g8cdhgdy9999jzh3----99fgfgfg99fg--------99cxk299npp6d6--mx--prna7qk2k2gpjzijgzk2lm7qk2ijn5k2hwlmk2ij--gogzijmtijmhma7qijh3cjgz7qg6h3gyfggud7csgzf17qfifgh0fgcdgzlah7egj0ceg6jvg0kxnh7qg6gzg6nhk2gyg6lertlekunhislmgzk2fggzckkvepmcgyrkopjjgzjjgtijijhvgskfg2e3c7ish6fg7qlmdbdbijgzk2n5kkh7k2k2k2',
    ],
    [
      0x400,
      'ijilolfrjrij7q7ofguetjobgyjzhajzk2jzk2frjsijp4hejzjzgyjin5k2lmjzijk2gzhanqijkajjrxsbo6r7jzjrsnjzfgh6h3blhnfgjpdth3h3dwhnkkgsgzgsgzfgdmfgobfgh3g5n5ngk9nqh3fcnqg7fgfggzblfcfg7q7t7qqxp6gzdwh3fggszklmo5jjr4m4ijfgpqm8mhkxtxr8hedtmhkxlmgzmnhymnhyv4r2mmhqzkp1zklmk2fgg800000000000000jzh3jzh3ijgzdjcffrbljjgmp4jphedtgydwgydwgydwl5hbk2gsofjuvaplk2g2k2fggzdmfgfgfgfgijfgnpj5jjg5jjg5jjgznsiunsiu7qp4jpjigmjihnk2gsk2gsjjg5n5kk7qk2fgk2fgrsopijfgk6fgk6fgp4jphedtheemjzh3jzh3lmgzlmgzlmgzjrfchafghafghafgjjg5frblr7nqfrblijfgijfgjzgzsmpzqnniiaews5qksppplmgalajhhedtjihnq4mlpyn9usotlmgzq8lmgydwv1qtvlpxkzh3kohhk2gs--vfjjgpkhhy',
    ],
    [0x5d0, 'iyhsdbg6is8ea5jgj48eg0fdfwk0k68ebzjeh6iri4fbgxi6g0mdjykukukukukugsgsgsbahc'],
    [
      0x1ea0,
      'k2fgk2fgk2fgk2fgk2fgk2fgk2fgk2fgk2fgk2fgk2fgk2fgijfgijfgijfgijfgijfgijfgijfgijfg7q7q7q7qlmgzlmgzlmgzlmgzlmgzlmgzlmgznpjrnpjrnpjrnpjrnpjrk2gzk2gzn2k4n2k4n2k4n2k4n2k4ijfgijfgijfgijfg',
    ],
    [0x2010, '99----fgrs------7q7q7q--dwdwdw--fg--9q--9aijrs8u7q7q00000000003v----6odb--------9f9999'],
    [0x20a0, 'fgk2k2fgfgopk2uey1q8oke9fgk2gzu6fgijlmk2ijk2fgfgfgfgfgfgl5fgkckuku'],
    [0x2116, 'uz--jd----m6mm--owj0scturs'],
    [0x2190, '--dw--dw----'],
    [0x2212, 'g8'],
    [0x2248, '------------------------------------------------------------'],
  ],
  serif: [
    [
      0x20,
      '6l81aleleepwk852a2a2cqeu8e8w8e9hepepepepepepepepepep8e8eeueueubin6jsi5iekjhqh0k3mmagaljqh6pzlckih9kij6f4hkl2jprxioijga9b9h9beueab4f1h7egh2eta9fhht958fgi95qjhvg3hagpcocx9zhgg3n8ftgadm9z829zeu',
    ],
    [
      0xa0,
      '6l81eeefdxee82dqb4l0agf0eu00csb49keualalb4h5gn8eb4alb4f0p2pwp2bijsjsjsjsjsjsqkiehqhqhqhqagagagagkjlckikikikikieukil2l2l2l2ijhchif1f1f1f1f1f1mzegetetetet95959595fphvg3g3g3g3g3eug3hghghghggagvgajsf1jsf1jsf1ieegieegieegieegkjh8kjh2hqethqethqethqethqetk3fhk3fhk3fhk3fhmmhtmnhtag95ag95----ag95ag95----al8fjqgigih695h695h696h695h695lchvlchvlchvn5lchvkig3kig3kig3qzpgj6coj6coj6cof4cxf4cxf4cxf4cxhk9zhk9z----l2hgl2hgl2hgl2hgl2hgl2hgrxn8ijgaijgadmgadmgadm9z------------------------------il----ee--------------------------kig3--------------------------l2hg------------------------------------------w2n7lvcppvpom5jsf1ag95kig3l2hgl2hgl2hgl2hgl2hg--------------ljhnk3fh----------------------w2------iylchv------------------------------------------------------------f4cxhk9z------------jegy--------------------------------------8f--------------------db------hkh3877qlphn----gzgg',
    ],
    [
      0x370,
      'i6fsnyhz6x6x----------------8e----------a2b4js8el6q2dw--m8--mbmj8gjsi5fuh6hqgammkiagjqjspzlch5kilsh9--fthkijkxiombktagijgrcygp8gfsgrgseyfkcycmgpeo8gfrfrh5ewczfohbgmd6gye2fskme8l4li8gfsfofslii8--------------hv--fo--ca--c7------g3pyn9l2ibm0h3j3gvlchdjfh0gzew--------------------------------',
    ],
    [
      0x400,
      'hqhqkbfuhif4agagalppsfmeixm9jlltjshji5fuk4hqqpfjm9m9ixjhpzmmkilsh9iehkjlkvioltk4twtwk5q5h7hkskixf1fsf9dagletmrcvililgfgvlxifg3ibhaegfkgan4fti7gjpgpfhwmdereenefyetetgmdaeecx95958fm9nphtgfilgaifpyn9k3hrq6ktoflrw8rtlvh0sjmwhof1nsockig3jtgilpihrkp4qhl2wsskpyn9jefady0000000000bmbmlgitj2gdgrhnfgdcfuda----qpmrfjcvixgfjqgsjqgslzjdmmid----u1pgoej9ieeg----ijg8ijg8ioftpymfk4gij2gfjzhtq5k8q5k8agqpmr----lkim----lkix----ooli9fjsf1----qkmzhqetilf3----------------m9il----kig3kig3--------jlga----jlga------------irgej1ggj1ggj2gdryoxr3o5ivgctsqluxqvljiclhjr----kwhrwhrmouo0sore--------jqgsu1p5u1pcm1izhshshshshshshshshshs',
    ],
    [0x5d0, 'ikg2bgf6i57k9mi5i068exepfsigiv7kb4i1hehshdf0ghjpfojoi9----------d3br97bkhx'],
    [
      0x1ea0,
      'jsf1jsf1jsf1jsf1jsf1jsf1jsf1jsf1jsf1jsf1jsf1jsf1hqethqethqethqethqethqethqethqetag95ag95kig3kig3kig3kig3kig3kig3kig3kig3kig3kig3kig3kig3l2hgl2hgl2hgl2hgl2hgl2hgl2hgijgaijgaijgaijga',
    ],
    [0x2010, '------eamm------696969--c8c8c8--e8--8h--9aijmy8u6l6l00000000003a----6xbz--------9f8f8f'],
    [0x20a0, '--ee----ee--eeee--ee--eeee--ee----eeee--eeeehshseeeeeehshseehseehs'],
    [0x2116, 'sv--jd----m6mm--owj0sctum1'],
    [0x2190, '--iw--iw----'],
    [0x2212, 'eu'],
    [0x2248, '------------------------------------------------------------'],
  ],
}
