import { area } from '../area';

/** «Настройки»: rules with several ways to apply them, and the words of their drop-downs. */
export const choices = area({
  ru: {
    'settings.section.choices': 'Варианты правил (после изменения обновите вкладки)',
    'settings.choice.bounds': 'Границы классов ABC',
    'settings.choice.bounds.meaning':
      'Свои границы берутся из строк ниже; «по кривой выручки» – находятся по её форме (Ultsch, Lötsch, 2015).',
    'settings.choice.much': 'Когда клиент берёт много',
    'settings.choice.much.meaning':
      'По классу A, по сумме за год, по средней выручке или по месту среди крупнейших; сумма и число мест – в разделе «Потенциал и классы ABCD».',
    'settings.choice.letters': 'Что значат буквы ABCD',
    'settings.choice.letters.meaning':
      'Сколько берёт клиент и может ли больше – или каков его бюджет и велика ли в нём наша доля; рядом с буквой всегда стоят слова.',
    'settings.choice.salesType': 'Тип продаж',
    'settings.choice.salesType.meaning':
      'Определяется по перерывам между покупками; если вы знаете лучше, выберите свой: от него зависят сроки статусов и роли отдела.',
    'settings.choice.stages': 'Набор этапов сделки',
    'settings.choice.stages.meaning':
      'С какими этапами и вероятностями начинает таблица этапов ниже; изменённую таблицу он не трогает.',
    'settings.input.choice': 'Выберите из списка.',
    'choice.bounds.fixed': 'свои границы',
    'choice.bounds.curve': 'по кривой выручки',
    'choice.much.volumeA': 'класс A по выручке',
    'choice.much.sum': 'по сумме за год',
    'choice.much.mean': 'не меньше средней',
    'choice.much.top': 'первые по выручке',
    'choice.letters.growth': 'объём и запас роста',
    'choice.letters.budget': 'бюджет и наша доля',
    'choice.salesType.auto': 'определить по данным',
    'choice.salesType.transactional': 'транзакционные',
    'choice.salesType.mixed': 'смешанные',
    'choice.salesType.consultative': 'консультационные',
    'choice.salesType.project': 'проектные',
    'choice.stages.b2b8': 'B2B-8',
    'choice.stages.hubspot': 'HubSpot',
    'choice.stages.salesforce': 'Salesforce',
    'choice.stages.sugarcrm': 'SugarCRM',
    'settings.section.stages': 'Этапы сделок',
    'settings.stages.name': 'Этап',
    'settings.stages.probability': 'Вероятность',
    'settings.stages.help': 'Назовите этапы как в вашей таблице сделок; пустая строка не считается.',
    'settings.stages.preset': 'Чтобы вернуть набор, очистите названия всех этапов и обновите вкладки.',
    'settings.stages.outcome': 'Подписанный договор и отказ узнаются по словам: этапы для них не нужны.',
    'settings.input.probability': 'Введите вероятность от 0\u00a0% до 100\u00a0%.',
    'error.choice': 'Настройка «{choice}»: такого варианта в списке нет, взято «{used}».',
    'error.stage.probability':
      'Этап «{stage}»: вероятность не число от 0\u00a0% до 100\u00a0%, взято {used}.',
    'error.stage.unknown': 'Этап «{stage}»: вероятность не число от 0\u00a0% до 100\u00a0%, этап пропущен.',
    'error.stage.repeated': 'Этап «{stage}» назван дважды, взята первая строка.',
  },
  en: {
    'settings.section.choices': 'Choices of rules (refresh the tabs after a change)',
    'settings.choice.bounds': 'Bounds of ABC classes',
    'settings.choice.bounds.meaning':
      'Own bounds are taken from the rows below; “from the revenue curve” finds them from its shape (Ultsch, Lötsch, 2015).',
    'settings.choice.much': 'When a client buys much',
    'settings.choice.much.meaning':
      'By class A, by a sum a year, by the average revenue, or by rank; sum and number of ranks are in the section “Potential and ABCD classes”.',
    'settings.choice.letters': 'What the letters ABCD mean',
    'settings.choice.letters.meaning':
      'How much a client buys and whether it could buy more, or its budget and our share of it; words always stand beside the letter.',
    'settings.choice.salesType': 'Type of sales',
    'settings.choice.salesType.meaning':
      'Detected from the gaps between purchases; if you know better, choose your own: limits of statuses and roles of the team follow it.',
    'settings.choice.stages': 'Set of deal stages',
    'settings.choice.stages.meaning':
      'The stages and probabilities that the table below starts with; a table you changed is left alone.',
    'settings.input.choice': 'Choose from the list.',
    'choice.bounds.fixed': 'own bounds',
    'choice.bounds.curve': 'from the revenue curve',
    'choice.much.volumeA': 'class A by revenue',
    'choice.much.sum': 'by a sum a year',
    'choice.much.mean': 'at least the average',
    'choice.much.top': 'the largest by revenue',
    'choice.letters.growth': 'volume and room to grow',
    'choice.letters.budget': 'budget and our share',
    'choice.salesType.auto': 'detect from the data',
    'choice.salesType.transactional': 'transactional',
    'choice.salesType.mixed': 'mixed',
    'choice.salesType.consultative': 'consultative',
    'choice.salesType.project': 'project',
    'choice.stages.b2b8': 'B2B-8',
    'choice.stages.hubspot': 'HubSpot',
    'choice.stages.salesforce': 'Salesforce',
    'choice.stages.sugarcrm': 'SugarCRM',
    'settings.section.stages': 'Stages of deals',
    'settings.stages.name': 'Stage',
    'settings.stages.probability': 'Probability',
    'settings.stages.help': 'Name the stages as in your list of deals; a blank row does not count.',
    'settings.stages.preset': 'To return to the set, clear the names of all stages and refresh the tabs.',
    'settings.stages.outcome': 'Signed and lost deals are told by their words: they need no stages here.',
    'settings.input.probability': 'Enter a probability from 0% to 100%.',
    'error.choice': 'Setting “{choice}”: the list has no such choice, “{used}” was used.',
    'error.stage.probability':
      'Stage “{stage}”: the probability is no number from 0% to 100%, {used} was used.',
    'error.stage.unknown':
      'Stage “{stage}”: the probability is no number from 0% to 100%, the stage was left out.',
    'error.stage.repeated': 'Stage “{stage}” is named twice, the first row was used.',
  },
});
